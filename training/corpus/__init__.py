"""The corpus that the reader is trained on: passages and reports written here, with inline markup."""

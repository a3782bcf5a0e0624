"""Scores of tags in, how likely the right tags are out: a linear chain over outside, begin and inside."""

import torch
from torch import Tensor, nn

TAGS = 3  # 0 outside, 1 begins, 2 goes on
NEVER = -1e4


class Chain(nn.Module):
    """Transitions between tags, learned for each role; a span goes on only where one began."""

    def __init__(self, roles: int) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(roles, TAGS, TAGS))  # from × to
        never = torch.zeros(TAGS, TAGS)
        never[0, 2] = NEVER
        self.register_buffer("never", never)

    def loss(self, scores: Tensor, tags: Tensor, worded: Tensor) -> Tensor:
        """Give the negative log likelihood, anchors × roles.

        Scores are anchors × roles × words × TAGS, tags anchors × roles × words, worded anchors × words.
        """
        return self._whole(scores, worded) - self._path(scores, tags, worded)

    def _path(self, scores: Tensor, tags: Tensor, worded: Tensor) -> Tensor:
        emitted = (scores.gather(-1, tags[..., None])[..., 0] * worded[:, None]).sum(-1)
        before = torch.nn.functional.pad(tags[..., :-1], (1, 0))
        steps = (self.steps + self.never).reshape(len(self.steps), -1)
        taken = steps[None].expand(len(tags), -1, -1).gather(2, before * TAGS + tags)
        return emitted + (taken * worded[:, None]).sum(-1)

    def _whole(self, scores: Tensor, worded: Tensor) -> Tensor:
        """Sum over all paths by folding neighbours together, so that it takes log2(words) rounds."""
        links = (self.steps + self.never)[None, :, None] + scores[..., None, :]
        still = torch.full((TAGS, TAGS), NEVER, device=scores.device).fill_diagonal_(0.0)
        links = torch.where(worded[:, None, :, None, None], links, still)
        while links.shape[2] > 1:
            if links.shape[2] % 2:
                links = torch.cat([links, still.expand(*links.shape[:2], 1, TAGS, TAGS)], 2)
            left, right = links[:, :, 0::2], links[:, :, 1::2]
            links = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2)
        return torch.logsumexp(links[:, :, 0, 0], dim=-1)  # the text begins outside

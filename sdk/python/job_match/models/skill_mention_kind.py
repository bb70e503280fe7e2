from typing import Literal

SkillMentionKind = Literal["alias", "exact"]

SKILL_MENTION_KIND_VALUES: set[SkillMentionKind] = {
    "alias",
    "exact",
}


def check_skill_mention_kind(value: str) -> SkillMentionKind:
    if value in SKILL_MENTION_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SKILL_MENTION_KIND_VALUES!r}"
    )

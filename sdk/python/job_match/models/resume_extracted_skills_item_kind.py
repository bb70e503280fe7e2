from typing import Literal

ResumeExtractedSkillsItemKind = Literal["alias", "exact"]

RESUME_EXTRACTED_SKILLS_ITEM_KIND_VALUES: set[ResumeExtractedSkillsItemKind] = {
    "alias",
    "exact",
}


def check_resume_extracted_skills_item_kind(
    value: str,
) -> ResumeExtractedSkillsItemKind:
    if value in RESUME_EXTRACTED_SKILLS_ITEM_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESUME_EXTRACTED_SKILLS_ITEM_KIND_VALUES!r}"
    )

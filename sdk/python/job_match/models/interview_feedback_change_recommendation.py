from typing import Literal

InterviewFeedbackChangeRecommendation = Literal["no", "strong_no", "strong_yes", "yes"]

INTERVIEW_FEEDBACK_CHANGE_RECOMMENDATION_VALUES: set[
    InterviewFeedbackChangeRecommendation
] = {
    "no",
    "strong_no",
    "strong_yes",
    "yes",
}


def check_interview_feedback_change_recommendation(
    value: str,
) -> InterviewFeedbackChangeRecommendation:
    if value in INTERVIEW_FEEDBACK_CHANGE_RECOMMENDATION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {INTERVIEW_FEEDBACK_CHANGE_RECOMMENDATION_VALUES!r}"
    )

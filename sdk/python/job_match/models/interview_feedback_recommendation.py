from typing import Literal

InterviewFeedbackRecommendation = Literal["no", "strong_no", "strong_yes", "yes"]

INTERVIEW_FEEDBACK_RECOMMENDATION_VALUES: set[InterviewFeedbackRecommendation] = {
    "no",
    "strong_no",
    "strong_yes",
    "yes",
}


def check_interview_feedback_recommendation(
    value: str,
) -> InterviewFeedbackRecommendation:
    if value in INTERVIEW_FEEDBACK_RECOMMENDATION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {INTERVIEW_FEEDBACK_RECOMMENDATION_VALUES!r}"
    )

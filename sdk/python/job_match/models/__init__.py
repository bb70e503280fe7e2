"""Contains all the data models used in inputs/outputs"""

from .analytics_funnel import AnalyticsFunnel
from .analytics_job import AnalyticsJob
from .analytics_overview import AnalyticsOverview
from .analytics_skills_gap import AnalyticsSkillsGap
from .analytics_sources import AnalyticsSources
from .analytics_time_to_hire import AnalyticsTimeToHire
from .api_key import ApiKey
from .api_key_page import ApiKeyPage
from .api_key_with_key import ApiKeyWithKey
from .bulk_status_change import BulkStatusChange
from .bulk_status_change_status import BulkStatusChangeStatus
from .bulk_status_changed import BulkStatusChanged
from .bulk_status_changed_results_item import BulkStatusChangedResultsItem
from .bulk_status_changed_results_item_from_status_type_1 import (
    BulkStatusChangedResultsItemFromStatusType1,
)
from .bulk_status_changed_results_item_from_status_type_2_type_1 import (
    BulkStatusChangedResultsItemFromStatusType2Type1,
)
from .bulk_status_changed_results_item_from_status_type_3_type_1 import (
    BulkStatusChangedResultsItemFromStatusType3Type1,
)
from .bulk_status_changed_results_item_outcome import (
    BulkStatusChangedResultsItemOutcome,
)
from .candidate import Candidate
from .candidate_detail import CandidateDetail
from .candidate_detail_fit import CandidateDetailFit
from .candidate_detail_skills import CandidateDetailSkills
from .candidate_detail_skills_matched_item import CandidateDetailSkillsMatchedItem
from .candidate_detail_skills_matched_item_kind import (
    CandidateDetailSkillsMatchedItemKind,
)
from .candidate_detail_skills_missing_item import CandidateDetailSkillsMissingItem
from .candidate_detail_status import CandidateDetailStatus
from .candidate_detail_weights import CandidateDetailWeights
from .candidate_fit import CandidateFit
from .candidate_history_entry import CandidateHistoryEntry
from .candidate_history_entry_from_status import CandidateHistoryEntryFromStatus
from .candidate_history_entry_to_status import CandidateHistoryEntryToStatus
from .candidate_history_page import CandidateHistoryPage
from .candidate_note import CandidateNote
from .candidate_note_page import CandidateNotePage
from .candidate_page import CandidatePage
from .candidate_status import CandidateStatus
from .candidate_weights import CandidateWeights
from .company import Company
from .company_change import CompanyChange
from .credentials import Credentials
from .daily_activity import DailyActivity
from .delete_job_force import DeleteJobForce
from .erase_resume_force import EraseResumeForce
from .explained_candidate import ExplainedCandidate
from .explained_candidate_fit import ExplainedCandidateFit
from .explained_candidate_requirements_item import ExplainedCandidateRequirementsItem
from .explained_candidate_skills import ExplainedCandidateSkills
from .explained_candidate_skills_matched_item import ExplainedCandidateSkillsMatchedItem
from .explained_candidate_skills_matched_item_kind import (
    ExplainedCandidateSkillsMatchedItemKind,
)
from .explained_candidate_skills_missing_item import ExplainedCandidateSkillsMissingItem
from .explained_candidate_status import ExplainedCandidateStatus
from .explained_candidate_weights import ExplainedCandidateWeights
from .explained_candidate_what_if_item import ExplainedCandidateWhatIfItem
from .exported_interview import ExportedInterview
from .exported_interview_feedback_item import ExportedInterviewFeedbackItem
from .exported_interview_feedback_item_ratings import (
    ExportedInterviewFeedbackItemRatings,
)
from .exported_interview_feedback_item_recommendation import (
    ExportedInterviewFeedbackItemRecommendation,
)
from .exported_interview_interview_type import ExportedInterviewInterviewType
from .exported_interview_status import ExportedInterviewStatus
from .exported_match import ExportedMatch
from .exported_match_history_item import ExportedMatchHistoryItem
from .exported_match_history_item_from_status import ExportedMatchHistoryItemFromStatus
from .exported_match_history_item_to_status import ExportedMatchHistoryItemToStatus
from .exported_match_notes_item import ExportedMatchNotesItem
from .extracted_skills import ExtractedSkills
from .feedback_ratings import FeedbackRatings
from .found_resume import FoundResume
from .found_resume_highlights_item import FoundResumeHighlightsItem
from .found_resume_highlights_item_marks_item import FoundResumeHighlightsItemMarksItem
from .found_resume_page import FoundResumePage
from .funnel_move import FunnelMove
from .funnel_move_from import FunnelMoveFrom
from .funnel_move_to import FunnelMoveTo
from .funnel_stage import FunnelStage
from .funnel_stage_status import FunnelStageStatus
from .get_job_include import GetJobInclude
from .get_resume_format import GetResumeFormat
from .health import Health
from .health_checks import HealthChecks
from .health_checks_cache import HealthChecksCache
from .health_checks_database import HealthChecksDatabase
from .health_checks_documents import HealthChecksDocuments
from .health_checks_embedder import HealthChecksEmbedder
from .health_checks_queue import HealthChecksQueue
from .health_freshening_type_0 import HealthFresheningType0
from .health_status import HealthStatus
from .interview import Interview
from .interview_change import InterviewChange
from .interview_change_interview_type import InterviewChangeInterviewType
from .interview_change_status import InterviewChangeStatus
from .interview_feedback import InterviewFeedback
from .interview_feedback_change import InterviewFeedbackChange
from .interview_feedback_change_recommendation import (
    InterviewFeedbackChangeRecommendation,
)
from .interview_feedback_page import InterviewFeedbackPage
from .interview_feedback_ratings import InterviewFeedbackRatings
from .interview_feedback_recommendation import InterviewFeedbackRecommendation
from .interview_interview_type import InterviewInterviewType
from .interview_page import InterviewPage
from .interview_status import InterviewStatus
from .invitation import Invitation
from .invitation_page import InvitationPage
from .invitation_role import InvitationRole
from .invitation_status import InvitationStatus
from .invitation_with_token import InvitationWithToken
from .invitation_with_token_role import InvitationWithTokenRole
from .invitation_with_token_status import InvitationWithTokenStatus
from .invited_account import InvitedAccount
from .invited_account_role import InvitedAccountRole
from .job import Job
from .job_change import JobChange
from .job_change_employment_type_type_1 import JobChangeEmploymentTypeType1
from .job_change_employment_type_type_2_type_1 import JobChangeEmploymentTypeType2Type1
from .job_change_employment_type_type_3_type_1 import JobChangeEmploymentTypeType3Type1
from .job_change_experience_level_type_1 import JobChangeExperienceLevelType1
from .job_change_experience_level_type_2_type_1 import (
    JobChangeExperienceLevelType2Type1,
)
from .job_change_experience_level_type_3_type_1 import (
    JobChangeExperienceLevelType3Type1,
)
from .job_change_status import JobChangeStatus
from .job_employment_type_type_1 import JobEmploymentTypeType1
from .job_employment_type_type_2_type_1 import JobEmploymentTypeType2Type1
from .job_employment_type_type_3_type_1 import JobEmploymentTypeType3Type1
from .job_experience_level_type_1 import JobExperienceLevelType1
from .job_experience_level_type_2_type_1 import JobExperienceLevelType2Type1
from .job_experience_level_type_3_type_1 import JobExperienceLevelType3Type1
from .job_funnel import JobFunnel
from .job_overview import JobOverview
from .job_page import JobPage
from .job_posting import JobPosting
from .job_posting_context import JobPostingContext
from .job_posting_type import JobPostingType
from .job_skills_gap import JobSkillsGap
from .job_sources import JobSources
from .job_status import JobStatus
from .job_time_to_hire import JobTimeToHire
from .job_with_embedding import JobWithEmbedding
from .job_with_embedding_employment_type_type_1 import (
    JobWithEmbeddingEmploymentTypeType1,
)
from .job_with_embedding_employment_type_type_2_type_1 import (
    JobWithEmbeddingEmploymentTypeType2Type1,
)
from .job_with_embedding_employment_type_type_3_type_1 import (
    JobWithEmbeddingEmploymentTypeType3Type1,
)
from .job_with_embedding_experience_level_type_1 import (
    JobWithEmbeddingExperienceLevelType1,
)
from .job_with_embedding_experience_level_type_2_type_1 import (
    JobWithEmbeddingExperienceLevelType2Type1,
)
from .job_with_embedding_experience_level_type_3_type_1 import (
    JobWithEmbeddingExperienceLevelType3Type1,
)
from .job_with_embedding_status import JobWithEmbeddingStatus
from .json_resume import JsonResume
from .json_resume_awards_item import JsonResumeAwardsItem
from .json_resume_basics import JsonResumeBasics
from .json_resume_basics_location import JsonResumeBasicsLocation
from .json_resume_basics_profiles_item import JsonResumeBasicsProfilesItem
from .json_resume_certificates_item import JsonResumeCertificatesItem
from .json_resume_education_item import JsonResumeEducationItem
from .json_resume_interests_item import JsonResumeInterestsItem
from .json_resume_languages_item import JsonResumeLanguagesItem
from .json_resume_meta import JsonResumeMeta
from .json_resume_projects_item import JsonResumeProjectsItem
from .json_resume_publications_item import JsonResumePublicationsItem
from .json_resume_references_item import JsonResumeReferencesItem
from .json_resume_skills_item import JsonResumeSkillsItem
from .json_resume_volunteer_item import JsonResumeVolunteerItem
from .json_resume_work_item import JsonResumeWorkItem
from .known_skill import KnownSkill
from .list_candidates_sort import ListCandidatesSort
from .list_candidates_status import ListCandidatesStatus
from .list_interviews_status import ListInterviewsStatus
from .list_invitations_status import ListInvitationsStatus
from .list_jobs_employment_type import ListJobsEmploymentType
from .list_jobs_sort import ListJobsSort
from .list_jobs_status import ListJobsStatus
from .list_members_is_active import ListMembersIsActive
from .list_members_role import ListMembersRole
from .list_operation_files_status import ListOperationFilesStatus
from .list_operations_kind import ListOperationsKind
from .list_operations_status import ListOperationsStatus
from .list_resume_matches_status import ListResumeMatchesStatus
from .list_resumes_sort import ListResumesSort
from .list_resumes_status import ListResumesStatus
from .live import Live
from .live_status import LiveStatus
from .match_request import MatchRequest
from .match_result import MatchResult
from .match_score import MatchScore
from .match_score_fit import MatchScoreFit
from .match_score_skills import MatchScoreSkills
from .match_score_skills_matched_item import MatchScoreSkillsMatchedItem
from .match_score_skills_matched_item_kind import MatchScoreSkillsMatchedItemKind
from .match_score_skills_missing_item import MatchScoreSkillsMissingItem
from .match_score_weights import MatchScoreWeights
from .member import Member
from .member_change import MemberChange
from .member_change_role import MemberChangeRole
from .member_page import MemberPage
from .member_role import MemberRole
from .new_account import NewAccount
from .new_account_role import NewAccountRole
from .new_api_key import NewApiKey
from .new_api_key_scopes_item import NewApiKeyScopesItem
from .new_candidate_note import NewCandidateNote
from .new_interview import NewInterview
from .new_interview_feedback import NewInterviewFeedback
from .new_interview_feedback_recommendation import NewInterviewFeedbackRecommendation
from .new_interview_interview_type import NewInterviewInterviewType
from .new_invitation import NewInvitation
from .new_invitation_role import NewInvitationRole
from .new_job import NewJob
from .new_job_employment_type_type_1 import NewJobEmploymentTypeType1
from .new_job_employment_type_type_2_type_1 import NewJobEmploymentTypeType2Type1
from .new_job_employment_type_type_3_type_1 import NewJobEmploymentTypeType3Type1
from .new_job_experience_level_type_1 import NewJobExperienceLevelType1
from .new_job_experience_level_type_2_type_1 import NewJobExperienceLevelType2Type1
from .new_job_experience_level_type_3_type_1 import NewJobExperienceLevelType3Type1
from .new_job_status import NewJobStatus
from .operation import Operation
from .operation_error_type_0 import OperationErrorType0
from .operation_event import OperationEvent
from .operation_event_event import OperationEventEvent
from .operation_file import OperationFile
from .operation_file_error_type_0 import OperationFileErrorType0
from .operation_file_page import OperationFilePage
from .operation_file_status import OperationFileStatus
from .operation_kind import OperationKind
from .operation_page import OperationPage
from .operation_progress import OperationProgress
from .operation_result_type_0 import OperationResultType0
from .operation_result_type_0_files_type_0 import OperationResultType0FilesType0
from .operation_status import OperationStatus
from .password_change import PasswordChange
from .problem import Problem
from .problem_errors_item import ProblemErrorsItem
from .profile_change import ProfileChange
from .read_field import ReadField
from .read_field_field import ReadFieldField
from .read_part import ReadPart
from .read_part_part import ReadPartPart
from .refresh import Refresh
from .report_period import ReportPeriod
from .reported_job import ReportedJob
from .reported_job_status import ReportedJobStatus
from .resume import Resume
from .resume_batch import ResumeBatch
from .resume_certifications_item import ResumeCertificationsItem
from .resume_corrected_item import ResumeCorrectedItem
from .resume_correction import ResumeCorrection
from .resume_correction_education_type_0_item import ResumeCorrectionEducationType0Item
from .resume_correction_experience_type_0_item import (
    ResumeCorrectionExperienceType0Item,
)
from .resume_correction_languages_type_0_item import ResumeCorrectionLanguagesType0Item
from .resume_data import ResumeData
from .resume_data_as_read import ResumeDataAsRead
from .resume_data_file import ResumeDataFile
from .resume_data_file_format import ResumeDataFileFormat
from .resume_data_resume import ResumeDataResume
from .resume_education_item import ResumeEducationItem
from .resume_experience_item import ResumeExperienceItem
from .resume_extracted_skills_item import ResumeExtractedSkillsItem
from .resume_extracted_skills_item_kind import ResumeExtractedSkillsItemKind
from .resume_format import ResumeFormat
from .resume_languages_item import ResumeLanguagesItem
from .resume_match import ResumeMatch
from .resume_match_fit import ResumeMatchFit
from .resume_match_page import ResumeMatchPage
from .resume_match_request import ResumeMatchRequest
from .resume_match_result import ResumeMatchResult
from .resume_match_status import ResumeMatchStatus
from .resume_match_weights import ResumeMatchWeights
from .resume_page import ResumePage
from .resume_parse import ResumeParse
from .resume_parse_hidden_text_item import ResumeParseHiddenTextItem
from .resume_search import ResumeSearch
from .resume_search_filters import ResumeSearchFilters
from .resume_search_filters_status import ResumeSearchFiltersStatus
from .resume_sections_item import ResumeSectionsItem
from .resume_status import ResumeStatus
from .resume_summary import ResumeSummary
from .resume_summary_format import ResumeSummaryFormat
from .resume_summary_status import ResumeSummaryStatus
from .resume_upload import ResumeUpload
from .salary_type_0 import SalaryType0
from .salary_type_0_period import SalaryType0Period
from .score_distribution import ScoreDistribution
from .score_request import ScoreRequest
from .score_request_job import ScoreRequestJob
from .score_request_resume import ScoreRequestResume
from .skill_completions import SkillCompletions
from .skill_gap import SkillGap
from .skill_mention import SkillMention
from .skill_mention_kind import SkillMentionKind
from .skill_text import SkillText
from .source_report import SourceReport
from .source_total import SourceTotal
from .stage_duration import StageDuration
from .stage_duration_status import StageDurationStatus
from .status_change import StatusChange
from .status_change_status import StatusChangeStatus
from .suggested_skill import SuggestedSkill
from .tokens import Tokens
from .tokens_token_type import TokensTokenType
from .uploaded_resume import UploadedResume
from .user import User
from .user_role import UserRole

__all__ = (
    "AnalyticsFunnel",
    "AnalyticsJob",
    "AnalyticsOverview",
    "AnalyticsSkillsGap",
    "AnalyticsSources",
    "AnalyticsTimeToHire",
    "ApiKey",
    "ApiKeyPage",
    "ApiKeyWithKey",
    "BulkStatusChange",
    "BulkStatusChangeStatus",
    "BulkStatusChanged",
    "BulkStatusChangedResultsItem",
    "BulkStatusChangedResultsItemFromStatusType1",
    "BulkStatusChangedResultsItemFromStatusType2Type1",
    "BulkStatusChangedResultsItemFromStatusType3Type1",
    "BulkStatusChangedResultsItemOutcome",
    "Candidate",
    "CandidateDetail",
    "CandidateDetailFit",
    "CandidateDetailSkills",
    "CandidateDetailSkillsMatchedItem",
    "CandidateDetailSkillsMatchedItemKind",
    "CandidateDetailSkillsMissingItem",
    "CandidateDetailStatus",
    "CandidateDetailWeights",
    "CandidateFit",
    "CandidateHistoryEntry",
    "CandidateHistoryEntryFromStatus",
    "CandidateHistoryEntryToStatus",
    "CandidateHistoryPage",
    "CandidateNote",
    "CandidateNotePage",
    "CandidatePage",
    "CandidateStatus",
    "CandidateWeights",
    "Company",
    "CompanyChange",
    "Credentials",
    "DailyActivity",
    "DeleteJobForce",
    "EraseResumeForce",
    "ExplainedCandidate",
    "ExplainedCandidateFit",
    "ExplainedCandidateRequirementsItem",
    "ExplainedCandidateSkills",
    "ExplainedCandidateSkillsMatchedItem",
    "ExplainedCandidateSkillsMatchedItemKind",
    "ExplainedCandidateSkillsMissingItem",
    "ExplainedCandidateStatus",
    "ExplainedCandidateWeights",
    "ExplainedCandidateWhatIfItem",
    "ExportedInterview",
    "ExportedInterviewFeedbackItem",
    "ExportedInterviewFeedbackItemRatings",
    "ExportedInterviewFeedbackItemRecommendation",
    "ExportedInterviewInterviewType",
    "ExportedInterviewStatus",
    "ExportedMatch",
    "ExportedMatchHistoryItem",
    "ExportedMatchHistoryItemFromStatus",
    "ExportedMatchHistoryItemToStatus",
    "ExportedMatchNotesItem",
    "ExtractedSkills",
    "FeedbackRatings",
    "FoundResume",
    "FoundResumeHighlightsItem",
    "FoundResumeHighlightsItemMarksItem",
    "FoundResumePage",
    "FunnelMove",
    "FunnelMoveFrom",
    "FunnelMoveTo",
    "FunnelStage",
    "FunnelStageStatus",
    "GetJobInclude",
    "GetResumeFormat",
    "Health",
    "HealthChecks",
    "HealthChecksCache",
    "HealthChecksDatabase",
    "HealthChecksDocuments",
    "HealthChecksEmbedder",
    "HealthChecksQueue",
    "HealthFresheningType0",
    "HealthStatus",
    "Interview",
    "InterviewChange",
    "InterviewChangeInterviewType",
    "InterviewChangeStatus",
    "InterviewFeedback",
    "InterviewFeedbackChange",
    "InterviewFeedbackChangeRecommendation",
    "InterviewFeedbackPage",
    "InterviewFeedbackRatings",
    "InterviewFeedbackRecommendation",
    "InterviewInterviewType",
    "InterviewPage",
    "InterviewStatus",
    "Invitation",
    "InvitationPage",
    "InvitationRole",
    "InvitationStatus",
    "InvitationWithToken",
    "InvitationWithTokenRole",
    "InvitationWithTokenStatus",
    "InvitedAccount",
    "InvitedAccountRole",
    "Job",
    "JobChange",
    "JobChangeEmploymentTypeType1",
    "JobChangeEmploymentTypeType2Type1",
    "JobChangeEmploymentTypeType3Type1",
    "JobChangeExperienceLevelType1",
    "JobChangeExperienceLevelType2Type1",
    "JobChangeExperienceLevelType3Type1",
    "JobChangeStatus",
    "JobEmploymentTypeType1",
    "JobEmploymentTypeType2Type1",
    "JobEmploymentTypeType3Type1",
    "JobExperienceLevelType1",
    "JobExperienceLevelType2Type1",
    "JobExperienceLevelType3Type1",
    "JobFunnel",
    "JobOverview",
    "JobPage",
    "JobPosting",
    "JobPostingContext",
    "JobPostingType",
    "JobSkillsGap",
    "JobSources",
    "JobStatus",
    "JobTimeToHire",
    "JobWithEmbedding",
    "JobWithEmbeddingEmploymentTypeType1",
    "JobWithEmbeddingEmploymentTypeType2Type1",
    "JobWithEmbeddingEmploymentTypeType3Type1",
    "JobWithEmbeddingExperienceLevelType1",
    "JobWithEmbeddingExperienceLevelType2Type1",
    "JobWithEmbeddingExperienceLevelType3Type1",
    "JobWithEmbeddingStatus",
    "JsonResume",
    "JsonResumeAwardsItem",
    "JsonResumeBasics",
    "JsonResumeBasicsLocation",
    "JsonResumeBasicsProfilesItem",
    "JsonResumeCertificatesItem",
    "JsonResumeEducationItem",
    "JsonResumeInterestsItem",
    "JsonResumeLanguagesItem",
    "JsonResumeMeta",
    "JsonResumeProjectsItem",
    "JsonResumePublicationsItem",
    "JsonResumeReferencesItem",
    "JsonResumeSkillsItem",
    "JsonResumeVolunteerItem",
    "JsonResumeWorkItem",
    "KnownSkill",
    "ListCandidatesSort",
    "ListCandidatesStatus",
    "ListInterviewsStatus",
    "ListInvitationsStatus",
    "ListJobsEmploymentType",
    "ListJobsSort",
    "ListJobsStatus",
    "ListMembersIsActive",
    "ListMembersRole",
    "ListOperationFilesStatus",
    "ListOperationsKind",
    "ListOperationsStatus",
    "ListResumeMatchesStatus",
    "ListResumesSort",
    "ListResumesStatus",
    "Live",
    "LiveStatus",
    "MatchRequest",
    "MatchResult",
    "MatchScore",
    "MatchScoreFit",
    "MatchScoreSkills",
    "MatchScoreSkillsMatchedItem",
    "MatchScoreSkillsMatchedItemKind",
    "MatchScoreSkillsMissingItem",
    "MatchScoreWeights",
    "Member",
    "MemberChange",
    "MemberChangeRole",
    "MemberPage",
    "MemberRole",
    "NewAccount",
    "NewAccountRole",
    "NewApiKey",
    "NewApiKeyScopesItem",
    "NewCandidateNote",
    "NewInterview",
    "NewInterviewFeedback",
    "NewInterviewFeedbackRecommendation",
    "NewInterviewInterviewType",
    "NewInvitation",
    "NewInvitationRole",
    "NewJob",
    "NewJobEmploymentTypeType1",
    "NewJobEmploymentTypeType2Type1",
    "NewJobEmploymentTypeType3Type1",
    "NewJobExperienceLevelType1",
    "NewJobExperienceLevelType2Type1",
    "NewJobExperienceLevelType3Type1",
    "NewJobStatus",
    "Operation",
    "OperationErrorType0",
    "OperationEvent",
    "OperationEventEvent",
    "OperationFile",
    "OperationFileErrorType0",
    "OperationFilePage",
    "OperationFileStatus",
    "OperationKind",
    "OperationPage",
    "OperationProgress",
    "OperationResultType0",
    "OperationResultType0FilesType0",
    "OperationStatus",
    "PasswordChange",
    "Problem",
    "ProblemErrorsItem",
    "ProfileChange",
    "ReadField",
    "ReadFieldField",
    "ReadPart",
    "ReadPartPart",
    "Refresh",
    "ReportPeriod",
    "ReportedJob",
    "ReportedJobStatus",
    "Resume",
    "ResumeBatch",
    "ResumeCertificationsItem",
    "ResumeCorrectedItem",
    "ResumeCorrection",
    "ResumeCorrectionEducationType0Item",
    "ResumeCorrectionExperienceType0Item",
    "ResumeCorrectionLanguagesType0Item",
    "ResumeData",
    "ResumeDataAsRead",
    "ResumeDataFile",
    "ResumeDataFileFormat",
    "ResumeDataResume",
    "ResumeEducationItem",
    "ResumeExperienceItem",
    "ResumeExtractedSkillsItem",
    "ResumeExtractedSkillsItemKind",
    "ResumeFormat",
    "ResumeLanguagesItem",
    "ResumeMatch",
    "ResumeMatchFit",
    "ResumeMatchPage",
    "ResumeMatchRequest",
    "ResumeMatchResult",
    "ResumeMatchStatus",
    "ResumeMatchWeights",
    "ResumePage",
    "ResumeParse",
    "ResumeParseHiddenTextItem",
    "ResumeSearch",
    "ResumeSearchFilters",
    "ResumeSearchFiltersStatus",
    "ResumeSectionsItem",
    "ResumeStatus",
    "ResumeSummary",
    "ResumeSummaryFormat",
    "ResumeSummaryStatus",
    "ResumeUpload",
    "SalaryType0",
    "SalaryType0Period",
    "ScoreDistribution",
    "ScoreRequest",
    "ScoreRequestJob",
    "ScoreRequestResume",
    "SkillCompletions",
    "SkillGap",
    "SkillMention",
    "SkillMentionKind",
    "SkillText",
    "SourceReport",
    "SourceTotal",
    "StageDuration",
    "StageDurationStatus",
    "StatusChange",
    "StatusChangeStatus",
    "SuggestedSkill",
    "Tokens",
    "TokensTokenType",
    "UploadedResume",
    "User",
    "UserRole",
)

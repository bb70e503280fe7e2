"""All of a first day: python examples/quickstart.py http://localhost:8000"""

import os
import sys
import time
from datetime import UTC, datetime, timedelta
from io import BytesIO

from job_match.api.auth import register_user
from job_match.api.candidates import change_candidate_status, list_candidates
from job_match.api.interviews import schedule_interview
from job_match.api.jobs import create_job
from job_match.api.resumes import upload_resume
from job_match.api.system import get_health
from job_match.models import NewAccount, NewInterview, NewJob, ResumeUpload, StatusChange, UploadedResume
from job_match.session import connect, log_in, ok
from job_match.types import File

base_url = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("JOB_MATCH_URL", "http://localhost:8000")
anonymous = connect(base_url)
print("health:", ok(get_health.sync(client=anonymous)).status)

email, password = f"grace-{time.time_ns()}@example.com", "four words or even more"
account = NewAccount(
    email=email, password=password, full_name="Grace Example", role="recruiter", company_name="Example Ltd"
)
print("registered:", ok(register_user.sync(client=anonymous, body=account)).full_name)
client = log_in(base_url, email, password)

new_job = NewJob(
    title="Backend engineer",
    company="Example Ltd",
    description="You build the services that plan our deliveries, and keep them running.",
    requirements="Four years with PostgreSQL and TypeScript in production.",
    skills_required=["TypeScript", "PostgreSQL", "Docker"],
)
job = ok(create_job.sync(client=client, body=new_job))

text = """Noor Invented
noor.invented@example.com

Experience
Software engineer, Imaginary Freight, 2019 - 2024
Built delivery services in TypeScript on PostgreSQL and shipped them with Docker.

Education
BSc Computer Science, University of Nowhere, 2018

Skills
TypeScript, PostgreSQL, Docker, Linux
"""
file = File(payload=BytesIO(text.encode()), file_name="noor.txt", mime_type="text/plain")
uploaded = ok(upload_resume.sync(client=client, body=ResumeUpload(file=file, job_id=job.id)))
assert isinstance(uploaded, UploadedResume), "Still being read: follow the operation"
resume = uploaded.resume
print("uploaded:", resume.candidate_name)

for candidate in ok(list_candidates.sync(job.id, client=client)).data:
    print(f"candidate {candidate.rank}: {candidate.candidate_name} {candidate.match_score} ({candidate.fit})")

change = StatusChange(status="shortlisted")
print("status:", ok(change_candidate_status.sync(job.id, resume.id, client=client, body=change)).status)

tomorrow = datetime.now(UTC) + timedelta(days=1)
appointment = NewInterview(resume_id=resume.id, job_id=job.id, interview_type="video", scheduled_at=tomorrow)
interview = ok(schedule_interview.sync(client=client, body=appointment))
print("interview:", interview.interview_type, interview.status)

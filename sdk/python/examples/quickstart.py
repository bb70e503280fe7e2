"""All of a first day: python examples/quickstart.py http://localhost:8000"""

import sys
from datetime import UTC, datetime, timedelta

from job_match.models import NewAccount, NewInterview, NewJob, StatusChange
from job_match.operations import change_candidate_status, create_job, get_health, list_candidates, schedule_interview
from job_match.session import connect, register, upload

url, now = sys.argv[1], datetime.now(UTC)
print("health:", get_health(client=connect(url)).status)

person = {"full_name": "Grace Example", "role": "recruiter", "company_name": "Example Ltd"}
secret = {"email": f"grace-{now.timestamp()}@example.com", "password": "four words or even more"}
client = register(url, NewAccount.from_dict(person | secret))

posting = NewJob("Backend engineer", "Example Ltd", "Plan deliveries.", requirements="PostgreSQL, TypeScript, Docker")
job = create_job(client=client, body=posting)

text = b"Noor Invented\nnoor@example.com\n\nExperience\nEngineer, Freight Ltd, 2019 - 2024\n\nSkills\nTypeScript, Git"
resume = upload(client, "noor.txt", text, job_id=job.id)
print("uploaded:", resume.candidate_name)

for each in list_candidates(job.id, client=client).data:
    print(f"candidate {each.rank}: {each.candidate_name} {each.match_score} ({each.fit})")

print("status:", change_candidate_status(job.id, resume.id, client=client, body=StatusChange("shortlisted")).status)

interview = schedule_interview(client=client, body=NewInterview(resume.id, job.id, "video", now + timedelta(days=1)))
print("interview:", interview.interview_type, interview.status)

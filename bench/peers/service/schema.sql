-- Tables of the service in app.py.
create extension vector;

create table users (
  id uuid primary key default gen_random_uuid(),
  email text not null unique,
  password_hash text not null,
  full_name text not null,
  role text not null,
  company_name text not null,
  is_active boolean not null default true,
  created_at timestamptz not null default now()
);

create table jobs (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users,
  title text not null,
  company text not null,
  description text not null,
  requirements text not null,
  skills_required text[] not null,
  status text not null default 'open',
  embedding vector(384) not null,
  created_at timestamptz not null default now()
);

create table resumes (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users,
  filename text not null,
  file bytea not null,
  candidate_name text,
  email text,
  text text not null,
  skills text[] not null,
  embedding vector(384) not null,
  created_at timestamptz not null default now()
);

create table matches (
  job_id uuid not null references jobs,
  resume_id uuid not null references resumes,
  similarity float8 not null,
  skill_match float8,
  overall float8 not null,
  matched_skills text[] not null,
  missing_skills text[] not null,
  explanation text not null,
  status text not null default 'pending',
  created_at timestamptz not null default now(),
  primary key (job_id, resume_id)
);
create index on matches (job_id, overall desc, resume_id);

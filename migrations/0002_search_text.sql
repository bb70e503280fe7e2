-- Text as it is searched: without accents, in lower case, with blanks for what only joins words, and names such as "C++" as
-- one word. Query and column go through the same function. The length comes last: it keeps any script within a tsvector's megabyte.
CREATE FUNCTION "search_text"(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  select left(
    regexp_replace(
      regexp_replace(
        regexp_replace(
          translate(
            lower(normalize(regexp_replace(normalize(given, NFD), '[\u0300-\u036f]', '', 'g'), NFC)),
            '/_@-‐‑–—', '        '),
          '\mc\+\+', 'cplusplus', 'g'),
        '\m([cfj])#', '\1sharp', 'g'),
      '(^|[^[:alnum:].])\.net\M', '\1dotnet', 'g'),
    150000)
$$;--> statement-breakpoint
ALTER TABLE "resumes" DROP COLUMN "words";--> statement-breakpoint
ALTER TABLE "resumes" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', search_text(left(coalesce(candidate_name, '') || E'\n' || coalesce(text, ''), 150000)))) STORED;--> statement-breakpoint
CREATE INDEX "resumes_words" ON "resumes" USING gin ("words");

-- What runs are searched by is kept in small letters from now on (docs/decisions/096-lists-of-runs.md).
UPDATE "run_texts" SET "text" = lower("text") WHERE "text" <> lower("text");

-- bylaw:ignore naming/upper-case: the consumers are being moved
CREATE TABLE a.b.c (
  id INT -- bylaw:ignore pii/column-classified: a made-up number
);
/* bylaw:ignore ownership/owner: the owner comes with the next release */ SELECT 1; -- bylaw:ignore x/y: of the same line
SELECT '-- bylaw:ignore not/a-comment: really';
-- bylaw:ignore naming/upper-case
-- bylaw:ignore : no policy
-- bylaw:ignore a policy: with blanks
-- bylaw:ignore naming/upper-case: there is nothing to cover

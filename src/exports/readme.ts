// What an export says of itself to somebody who has never seen Kith; the same words each time, so that two exports can be compared.

const FORM = `Text is UTF-8. A file .jsonl holds one JSON value on each line; the lines are in the order of the table's key.

tables/NAME.jsonl  one line for each row. Codes, days and ids stand under the name of their column. "words" is what
                   somebody wrote: a text, or, where it has parts, one name for each part. "outOfSight": true says that
                   there were words and that two people had them taken out of sight: their key was destroyed, and they
                   are nowhere in this export.
documents/         the files as they came, as documents/CHILD/FILE.ENDING. FILE is the id of a line of
                   tables/kith.document_file.jsonl, whose words are the file's name; the title is in tables/kith.document.jsonl.
schema.json        JSON Schema (2020-12): each table with its columns, its key, what it refers to and what it refuses.
manifest.json      whose record this is, when it was made, and how many lines each file has.
SHA256SUMS         a checksum of every file. To check: sha256sum -c SHA256SUMS
                   Beside this folder lies its signature (Ed25519), as FOLDER.sig. With the council's public key, which you
                   have from the council and not from here (kith export-key):
                   openssl pkeyutl -verify -pubin -inkey KEY.pem -rawin -in SHA256SUMS -sigfile ../FOLDER.sig

How rows hang together. "line" is the id of a statement that may have been corrected: its rows have the same line, and
each names in "supersedes" the row that it takes the place of. "change" says how: correction (it was never so), change (it
became so on that day), retraction (it is taken back). A row that nothing supersedes stands. "recorded_by" is the id of a
worker in tables/kith.worker.jsonl, "recorded" the moment of writing, in UTC. Tables whose description begins with
"derived" were worked out from the others.

"audience" names who alone may know of a line, "must_not_know" who must not; "terms" says of a document or a note under
which terms it came. All of it is in this export. Keep it as you keep the record itself.
`

export const COUNCIL_README = `The whole record of one council, as Kith exports it. It holds personal data of children, families and workers.

${FORM}
log/entries.jsonl  the access log: who read or wrote what, and when. Each line is a list: council, era, transaction, number,
                   microseconds since 1970 (UTC), person, child, what, subject (ids and codes).
log/blocks.jsonl   the chain over it. The text of a line of log/entries.jsonl, without its end, has a SHA-256; a block's hash
                   is the SHA-256 of: the hash of the block before (of the first: the SHA-256 of nothing), then the text
                   COUNCIL/NUMBER/ERA/FROM_TX/BELOW_TX/ENTRIES, then the hashes of its entries in their order. Its entries
                   are those of its era whose transaction is FROM_TX or more and less than BELOW_TX. Entries after the last
                   block were not sealed yet.
seals/             the hashes of blocks that stood outside the database, where there were any: each has to be that of its block.

In Python, which says nothing where the log is whole:

  import hashlib, json
  council = json.load(open("manifest.json"))["council"]["number"]
  sha = lambda b: hashlib.sha256(b).digest()
  lines = [l.rstrip("\\n") for l in open("log/entries.jsonl", encoding="utf-8")]
  heads = [json.loads(l)[1:3] for l in lines]
  previous = sha(b"")
  for b in map(json.loads, open("log/blocks.jsonl", encoding="utf-8")):
    low, high = int(b["from_tx"]), int(b["below_tx"])
    mine = [sha(l.encode()) for l, (era, tx) in zip(lines, heads) if era == b["era"] and low <= int(tx) < high]
    text = f'{council}/{b["number"]}/{b["era"]}/{low}/{high}/{len(mine)}'
    previous = sha(previous + text.encode() + b"".join(mine))
    if previous.hex() != b["hash"]: print("block", b["number"], "is not as it was sealed")

Put into an empty Kith with: kith restore FOLDER
The keys of the council are not here: whoever restores it gives every row a new one.
Not here: sessions, waiting jobs, and the postcode directory, which is public.
`

const OF_A_CHILD = `${FORM}
conditions.jsonl   one line for each row that stands under a condition: which table, which line of its file, which id, and why: an audience, people who
                   must not know, the terms of somebody else, words about other people, or that it hangs on such a row.
                   The row itself says the same in "conditions". Somebody has to decide of each whether it goes to whom this
                   is for. A row without a condition may still speak of other people: read it.
people.jsonl       the names of workers, teams and schools that the rows refer to.
log.jsonl          who read or wrote in this child's record, and when. These lines alone cannot be verified: the chain runs over
                   the log of the whole council.

Where two records were found to be of this child, both are here; each line says in "child" of which record it is.
`

export const CHILD_README = `All that Kith holds about one child, for whoever prepares it for somebody. It is not yet fit to be handed over.

${OF_A_CHILD}`

export const TRANSFER_README = `The record of one child, given by one council to another: manifest.json says by whom, to whom, on which day and why.
The council that gave it keeps a copy, to which nothing is written any more. It is for the council that it was given to, and nobody else.

${OF_A_CHILD}
For the council that takes it. Days before the day of the transfer were the other council's: nothing was owed for them by you.
Numbers in tables/kith.child_identifier.jsonl were given by whoever "issuer" names. People in people.jsonl work for the council that gave
it, or did. A row that names an audience was kept to the people named there: until somebody of yours decides, keep it so.
What the records of other children say of this one is not here.
`

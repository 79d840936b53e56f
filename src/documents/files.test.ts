// Which files are taken, told by their content; names made safe; what a document may be.
import assert from 'node:assert/strict'
import { chmod, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import { mayRecordDocument, readFileWords, readWords, writeFileWords, writeWords } from './document.ts'
import { ADVICE, DRAWING, TODAY } from './examples.ts'
import { contentDisposition, safeFileName } from './file-name.ts'
import { type TypedDocument, uploadSettings, withUpload } from './index.ts'
import { documentRefusalWords, FILES_TAKEN, uploadRefusalWords } from './refusal-words.ts'
import { FILES, inChunks, uploads, zipOf } from './test-files.ts'

const { settings, end } = await uploads()
after(end)

const upload = async (bytes: Uint8Array, more: Partial<typeof settings> = {}, chunk?: number) => {
  const told = await withUpload(
    { ...settings, ...more },
    { name: 'x', bytes: inChunks(bytes, chunk) },
    async (arrived) => arrived,
  )
  assert.deepEqual(await readdir(settings.folder), [], 'nothing stays behind')
  return 'refused' in told ? told.refused : told.type
}
const types = '<Types/>'

describe('a file is told by its content', () => {
  const taken: [keyof typeof FILES, string][] = [
    ['pdf', 'application/pdf'],
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['odt', 'application/vnd.oasis.opendocument.text'],
    ['text', 'text/plain'],
    ['email', 'message/rfc822'],
  ]
  for (const [name, type] of taken)
    test(`${name} is taken, in chunks of any size`, async () => {
      for (const chunk of [1, 7, 64 * 1024]) assert.equal(await upload(FILES[name], {}, chunk), type)
    })
  const refused: [string, Uint8Array, string][] = [
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a Windows program', Buffer.from('MZ\x90\0\x03'), 'program'],
    ['a Linux program', Buffer.from('\x7fELF\x02'), 'program'],
    ['a script', Buffer.from('#!/bin/sh\nrm -r ~\n'), 'program'],
    ['a web page', Buffer.from('\ufeff \n<!DOCTYPE html><script>alert(1)</script>'), 'web page'],
    ['a drawing in SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="x"/>'), 'web page'],
    [
      'a Word document with macros',
      zipOf({ '[Content_Types].xml': types, 'word/document.xml': '', 'word/vbaProject.bin': '' }),
      'macros',
    ],
    [
      'an OpenDocument text with macros',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'Basic/Standard/Module1.xml': '' }),
      'macros',
    ],
    ['an older Word document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old or locked office file'],
    ['a zip file', zipOf({ 'a.txt': 'x' }), 'archive'],
    ['a zip file cut short', FILES.docx.subarray(0, 60), 'damaged'],
    ['a HEIC, which may hold a place', FILES.heic, 'place cannot be taken out'],
    ['a PDF that starts a program', Buffer.from('%PDF-1.7\n<< /S /Launch /F (cmd.exe) >>'), 'starts a program'],
    ['a picture cut short', FILES.jpeg.subarray(0, 100), 'damaged picture'],
    ['a GIF', Buffer.from('GIF89a\x01\0'), 'type not taken'],
    ['text that is not UTF-8', Buffer.from('caf\xe9', 'latin1'), 'type not taken'],
    ['text cut in the middle of a letter', Buffer.from('café').subarray(0, 4), 'type not taken'],
    ['an AVIF', Buffer.from('\0\0\0\x18ftypmif1\0\0\0\0mif1avif', 'latin1'), 'type not taken'],
  ]
  for (const [name, bytes, refusal] of refused)
    test(`${name}: refused`, async () => assert.equal(await upload(bytes), refusal))

  test('too big by one byte is refused, and read no further', async () => {
    assert.equal(await upload(Buffer.alloc(1024, 'a'), { most: 1024 }), 'text/plain')
    let read = 0
    async function* endless() {
      for (;;) {
        read += 1
        yield Buffer.alloc(512, 'a')
      }
    }
    const told = await withUpload({ ...settings, most: 1024 }, { name: '', bytes: endless() }, async () => 'taken')
    assert.deepEqual([told, read], [{ refused: 'too big' }, 3])
  })

  test('bytes of any kind never break it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', 'PK\x03\x04', '\0\0\0\x18ftyp', 'From: x'),
        fc.uint8Array({ maxLength: 200 }),
        async (start, bytes) => {
          assert.equal(typeof (await upload(Buffer.concat([Buffer.from(start, 'latin1'), bytes]))), 'string')
        },
      ),
      { numRuns: 100 },
    )
  })

  test('each refusal names what to do', () => {
    assert.match(FILES_TAKEN, /^You can add: PDF, JPEG picture, .*plain text or e-mail \(\.eml\)\.$/)
    assert.match(uploadRefusalWords('program', settings), /^This is a program\. You can add/)
    assert.equal(
      uploadRefusalWords('too big', settings),
      'The file is larger than 20 MB. Make it smaller, or split it.',
    )
  })
})

describe('the check that a council sets', () => {
  const command = async (text: string) => {
    const path = join(await uploads().then(({ settings: { folder } }) => folder), 'check')
    await writeFile(path, `#!/bin/sh\n${text}\n`)
    await chmod(path, 0o755)
    return path
  }
  test('takes what is clean, and keeps nothing of what is not', async () => {
    const check = await command('grep -q harmful "$2" && exit 1; test "$1" = --quick')
    assert.equal(await upload(Buffer.from('good words'), { check: `${check} --quick` }), 'text/plain')
    assert.equal(await upload(Buffer.from('harmful words'), { check: `${check} --quick` }), 'not clean')
  })
  test('a check that cannot run takes nothing', async () => {
    assert.equal(await upload(FILES.pdf, { check: '/no/such/program' }), 'could not be checked')
    assert.equal(await upload(FILES.pdf, { check: await command('kill -9 $$') }), 'could not be checked')
  })
})

test('settings: 20 MB unless said, whole megabytes, and a check or none', () => {
  assert.deepEqual(uploadSettings('/f', { most: undefined, check: ' ' }), {
    folder: '/f',
    most: 20 * 1024 * 1024,
    check: undefined,
  })
  assert.equal(uploadSettings('/f', { most: '50', check: 'clamdscan -' }).check, 'clamdscan -')
  for (const most of ['0', '501', '2.5', 'many'])
    assert.throws(() => uploadSettings('/f', { most, check: undefined }), /whole number of megabytes/)
})

test('a name is made safe, and ends as what it is', () => {
  const cases: [string, string][] = [
    ['Letter from school.PDF', 'Letter from school.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\x\\invoice.pdf.exe', 'invoice.pdf.exe.pdf'],
    ['fdp.\u202egpj.pdf', 'fdp.gpj.pdf'],
    ['a\r\nSet-Cookie: b.pdf', 'aSet-Cookie b.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['', 'document.pdf'],
    ['   ...pdf', 'pdf.pdf'],
    ['\ud800x.pdf', 'x.pdf'],
    [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(100)}.pdf`],
  ]
  for (const [name, safe] of cases) assert.equal(safeFileName(name, 'application/pdf'), safe)
  assert.equal(safeFileName('photo.jpeg', 'image/jpeg'), 'photo.jpg')
  assert.equal(
    contentDisposition("Zoë's (1).pdf"),
    `attachment; filename="Zoe's (1).pdf"; filename*=UTF-8''Zo%C3%AB%27s%20%281%29.pdf`,
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const safe = safeFileName(name, 'application/pdf')
      assert.match(safe, /^[^/\\<>:"|?*\r\n\0]+\.pdf$/)
      assert.match(
        contentDisposition(safe),
        /^attachment; filename="[ -~]*"; filename\*=UTF-8''[A-Za-z0-9%._~$&+,;=@#^`|-]+$/,
      )
    }),
  )
})

test('what a document may be', () => {
  const refused = (typed: Partial<TypedDocument>) => {
    const may = mayRecordDocument({ ...DRAWING, ...typed }, { today: TODAY, me: 'priya' })
    return 'refused' in may ? may.refused : []
  }
  assert.deepEqual(refused({}), [])
  assert.deepEqual(refused(ADVICE), [])
  assert.deepEqual(refused({ made: '' }), [])
  assert.deepEqual(refused({ title: ' ', kind: 'x', made: '2026-11-24', fromWhom: 'y', terms: 'toString' }), [
    'title missing',
    'kind unknown',
    'made after today',
    'sender unknown',
    'terms unknown',
  ])
  assert.deepEqual(refused({ audience: ['everybody'], audienceBecause: 'court order' }), ['audience unknown'])
  assert.deepEqual(refused({ mustNotKnow: ['cora'] }), ['audience without reason'])
  assert.deepEqual(refused({ audienceBecause: 'court order' }), ['reason without audience'])
  assert.deepEqual(refused({ mustNotKnow: ['priya'], audienceBecause: 'court order' }), ['kept from yourself'])
  assert.deepEqual(refused({ title: 'x'.repeat(201), caption: 'x'.repeat(2_001) }), [
    'title too long',
    'caption too long',
  ])
  assert.equal(
    documentRefusalWords('made after today', TODAY),
    'It cannot have been made after today, Mon 23 Nov 2026.',
  )
  const words = { title: '“A”', from: '', caption: '\n' }
  assert.deepEqual(readWords(writeWords(words)), words)
  assert.deepEqual(readFileWords(writeFileWords({ name: 'a', sha256: 'b', cleaned: true, holds: ['file'] })), {
    name: 'a',
    sha256: 'b',
    cleaned: true,
    holds: ['file'],
  })
  assert.equal(readFileWords('{"name":"a","sha256":"b"}').cleaned, false)
})

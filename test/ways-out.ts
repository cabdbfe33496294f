/**
 * Every way by which something about a student could leave, with who would rightly see it there. test/ways-out.test.ts tries each one as
 * people who may not, and shows that the owner does see it; a route that stands nowhere here fails that test.
 */
export type WayOut = {
  way: string
  /** What could leave by it. */
  leaves: string
  /** `/c` stands for `/api/v1/:community`, `/v1` for `/api/v1`. */
  routes?: string
  /** More requests than one for each route: other searches, scopes and formats. */
  more?: string
  /** Requests of people with the right, and the marked words that they must be shown. */
  shown?: readonly (readonly [who: string, ask: string, ...words: string[]])[]
  /** Nobody, not even an owner, is shown anything about a student here. */
  isForNobody?: true
  /** Where it is tried when it is no request: a test file and the title of its test. */
  triedBy?: readonly [file: string, title: string]
}

const here = 'test/ways-out.test.ts'

export const waysOut: readonly WayOut[] = [
  {
    way: 'page of a student',
    leaves: 'all that is known of one student, and who else sees it',
    routes: `GET /c/students/:id, GET /c/students/:id/figures, GET /c/students/:id/referrals, GET /c/students/:id/viewers,
      GET /c/students/:id/consents, GET /c/students/:id/disclosures, GET /c/students/:id/protection, GET /c/students/:id/notes/:note/revisions,
      GET /c/students/:id/corrections, GET /c/students/:id/needs, GET /c/students/:id/needs/:need/changes, GET /c/students/:id/candidates, GET /c/referrals/:id/events, GET /c/referrals/:id/messages, GET /c/students/:id/support,
      GET /c/students/:id/household, GET /c/students/:id/review`,
    shown: [
      [
        'counselor',
        'GET /c/students/:id',
        'given',
        'number',
        'note',
        'need',
        'strength',
        'voice',
        'phone',
        'participation',
      ],
      ['principal', 'GET /c/students/:id', 'grade', 'assessment', 'college', 'language', 'discipline', 'preferred'],
      ['counselor', 'GET /c/students/:id/figures', 'source'],
      ['counselor', 'GET /c/students/:id/referrals', 'request', 'familyword'],
      ['counselor', 'GET /c/referrals/:id/events', 'event', 'familyword'],
      ['counselor', 'GET /c/referrals/:id/messages', 'message'],
      ['principal', 'GET /c/students/:id/consents', 'purpose'],
      ['mother', 'GET /c/students/:id/disclosures', 'disclosed'],
      ['steward', 'GET /c/students/:id/protection', 'order', 'document', 'address'],
      ['counselor', 'GET /c/students/:id/notes/:note/revisions', 'before'],
      ['mother', 'GET /c/students/:id/corrections', 'wrong'],
      ['counselor', 'GET /c/students/:id/needs', 'need'],
      ['counselor', 'GET /c/students/:id/needs/:need/changes', 'needed'],
      ['counselor', 'GET /c/students/:id/household', 'aunt', 'relation'],
      ['counselor', 'GET /c/students/:id/review', 'bike', 'watched', 'need'],
    ],
  },
  {
    way: 'print',
    leaves: 'what the printed sheet shows: it is drawn from the page’s own request, and there is no other',
    routes: 'GET /c/students/:id',
    shown: [['counselor', 'GET /c/students/:id', 'family']],
  },
  {
    way: 'list and its count',
    leaves: 'names and ids in lists of students, people and referrals, and how many there are',
    routes: `GET /c/students, GET /c/home, GET /c/caseloads, GET /c/referrals, GET /c/participants, GET /c/service-sessions, GET /c/agreements,
      GET /c/organizations, GET /c/open-places, GET /c/schools, GET /c/staff, GET /c/proposals, GET /c/identities, GET /c/identities/:id/written-since, GET /c/restricted-openings,
      GET /c/year-turns, GET /c/year-turns/rehearsal, GET /c/presets, GET /c/presets/choice, GET /c/system-places,
      GET /c/corrections, GET /c/student-views, GET /c/bulk-acts, GET /c/retention, GET /c/retention/records,
      GET /c/reviews, GET /c/reviews/students`,
    more: `GET /c/students?scope=school&limit=200, GET /c/students?flag=any, GET /c/home?scope=school, GET /c/caseloads?school=:school,
      GET /c/referrals?offset=0, GET /c/retention/records?search=Quillmarkgiven, GET /c/reviews/students?school=:school&grade=09`,
    shown: [
      ['counselor', 'GET /c/students', 'given', 'number'],
      ['counselor', 'GET /c/home', 'given'],
      ['principal', 'GET /c/caseloads', 'family'],
      ['counselor', 'GET /c/referrals', 'request'],
      ['steward', 'GET /c/proposals', 'proposed', 'given'],
      ['steward', 'GET /c/corrections', 'wrong'],
      ['steward', 'GET /c/retention', 'hold', 'given'],
      ['counselor', 'GET /c/reviews/students?school=:school&grade=09', 'family'],
      ['steward', 'GET /c/retention/records?search=Quillmarkgiven', 'number'],
    ],
  },
  {
    way: 'search',
    leaves: 'that somebody of this name or number is there',
    routes: 'GET /c/students, GET /c/search',
    more: 'GET /c/students?search=Quillmarkgiven, GET /c/students?search=Quillmarknumber, GET /c/students?search=%25&scope=school, GET /c/search?q=Quillmarkgiven',
    shown: [
      ['counselor', 'GET /c/students?search=Quillmarknumber', 'given'],
      ['counselor', 'GET /c/search?q=Quillmarkgiven', 'family'],
    ],
  },
  {
    way: 'export',
    leaves: 'the same as the lists, in files',
    routes: `GET /c/students/export, GET /c/home/export, GET /c/referrals/export, GET /c/participants/export,
      GET /c/agreements/export, GET /c/organizations/export, GET /c/proposals/export`,
    more: `GET /c/students/export?format=xlsx, GET /c/home/export?format=xlsx&scope=school, GET /c/referrals/export?format=xlsx,
      GET /c/participants/export?format=xlsx, GET /c/proposals/export?format=xlsx, GET /c/students/export?format=csv&search=Quillmarkfamily`,
    shown: [
      ['counselor', 'GET /c/students/export?format=csv', 'given', 'number'],
      ['principal', 'GET /c/students/export?format=xlsx', 'family'],
      ['counselor', 'GET /c/referrals/export?format=csv', 'request'],
      ['counselor', 'GET /c/referrals/export?format=xlsx', 'request'],
      ['helper', 'GET /c/participants/export?format=csv', 'given'],
      ['steward', 'GET /c/proposals/export?format=csv', 'proposed'],
    ],
  },
  {
    way: 'notice of what is due',
    leaves: 'reminders, names and organizations',
    routes: 'GET /c/due, GET /c/home',
    more: 'GET /c/due?scope=school',
    shown: [['counselor', 'GET /c/due', 'reminder', 'given']],
  },
  {
    way: 'notice of what happened',
    leaves: 'names, flags and reminders, to somebody who had the right when it happened',
    routes: 'GET /c/notices',
    shown: [['counselor', 'GET /c/notices', 'reminder']],
    triedBy: [
      'features/caseload/notices.test.ts',
      'when the student has gone to another school, the notice is gone from the page and from the mail',
    ],
  },
  {
    way: 'partner’s page',
    leaves: 'a name without a consent, and more than the consent names',
    routes: 'GET /c/participants, GET /c/referrals, GET /c/students/:id',
    shown: [
      ['helper', 'GET /c/participants', 'given'],
      ['helper', 'GET /c/students/:id', 'family'],
    ],
  },
  {
    way: 'family’s page',
    leaves: 'the child of others',
    routes: 'GET /c/my/child, GET /v1/session, GET /v1/sessions',
    shown: [
      ['mother', 'GET /c/my/child', 'given'],
      ['mother', 'GET /v1/session', 'given'],
    ],
  },
  {
    way: 'draft',
    leaves: 'what somebody is about to write',
    routes: 'GET /c/students/:id/drafts/:form',
    shown: [['counselor', 'GET /c/students/:id/drafts/:form', 'draft']],
  },
  {
    way: 'restricted note',
    leaves: 'its text, which comes out of one route alone, and is recorded',
    routes: 'POST /c/students/:id/restricted-notes/:note/openings',
    shown: [['counselor', 'POST /c/students/:id/restricted-notes/:note/openings', 'restricted']],
    triedBy: [
      'test/restricted-notes.test.ts',
      'no route shows the text of a restricted note to anybody, but the one that opens it',
    ],
  },
  {
    way: 'import and its problems to take away',
    leaves: 'rows, cells and names of files',
    routes: `GET /c/imports, GET /c/imports/:id, GET /c/imports/:id/problems, GET /c/imports/:id/problems/export,
      GET /c/imports/:id/mapping, GET /c/imports/:id/unknown-codes, GET /c/import-sources, GET /c/import-codes, GET /c/course-subjects,
      GET /c/attendance-rule, GET /c/referral-rule`,
    more: 'GET /c/imports/:id/problems?severity=error, GET /c/imports/:id/problems/export?format=xlsx',
    shown: [
      ['steward', 'GET /c/imports', 'source'],
      ['steward', 'GET /c/imports/:id', 'file'],
      ['steward', 'GET /c/imports/:id/problems', 'cell'],
      ['steward', 'GET /c/imports/:id/problems/export?format=csv', 'cell'],
      ['steward', 'GET /c/imports/:id/problems/export?format=xlsx', 'problem'],
      ['steward', 'GET /c/imports/:id/mapping', 'sample'],
      ['steward', 'GET /c/import-sources', 'source'],
    ],
  },
  {
    way: 'answer to a change',
    leaves: 'whether somebody is there, and what stood there before',
    routes: `POST /c/students/:id/writings/:element, POST /c/students/:id/notes, POST /c/students/:id/notes/:note/changes,
      POST /c/students/:id/notes/:note/error-marks, POST /c/students/:id/restricted-notes, POST /c/students/:id/restricted-notes/:note/error-marks,
      PUT /c/students/:id/drafts/:form, DELETE /c/students/:id/drafts/:form, POST /c/students/:id/referrals, POST /c/students/:id/restrictions,
      POST /c/students/:id/addresses, POST /c/students/:id/directory-opt-outs, POST /c/restrictions/:id/ending, POST /c/directory-opt-outs/:id/ending,
      POST /c/consents, POST /c/consents/:id/withdrawal, POST /c/referrals/:id/answer, POST /c/referrals/:id/steps, POST /c/referrals/:id/sending, POST /c/referrals/:id/words, POST /c/referrals/:id/messages,
      POST /c/support, POST /c/support/:id/error-marks, POST /c/service-sessions, PUT /c/participations/:id/promise, POST /c/reminders,
      POST /c/reminders/:id/changes, POST /c/caseloads/assignments, POST /c/caseloads/assignments/:id/undoing, POST /c/identities/decisions,
      POST /c/identities/:id/split, POST /c/proposals/:kind/:id/decision, POST /c/agreements, POST /c/agreements/:id/signature,
      POST /c/agreements/:id/termination, POST /c/organizations, PATCH /c/organizations/:id, POST /c/organizations/:id/services, PATCH /c/services/:id,
      POST /c/services/:id/confirmation, POST /c/presets, POST /c/presets/preview,
      PUT /c/presets/choice, POST /c/staff/:id/end, POST /c/year-turns, POST /c/year-turns/:id/undoing, POST /c/imports,
      POST /c/imports/:id/answers, POST /c/imports/:id/application, POST /c/imports/:id/checking, POST /c/imports/:id/discarding,
      POST /c/imports/:id/undoing, PUT /c/imports/:id/mapping, PUT /c/import-sources/:id, PUT /c/import-codes, PUT /c/course-subjects,
      PUT /c/attendance-rule, PUT /c/referral-rule, POST /c/students/:id/corrections, POST /c/corrections/:id/answer, POST /c/corrections/:id/closing,
      POST /c/corrections/:id/statement, POST /c/student-views, PATCH /c/student-views/:id, DELETE /c/student-views/:id, POST /c/bulk-acts,
      POST /c/bulk-acts/:id/undoing, PUT /c/notices/seen, POST /c/students/:id/legal-holds,
      POST /c/legal-holds/:id/release, POST /c/students/:id/needs, POST /c/students/:id/flag-answers, POST /c/needs/:id/changes,
      POST /c/students/:id/household/siblings, POST /c/students/:id/household/leaving, POST /c/students/:id/household/members,
      POST /c/household-members/:id/ending, PUT /c/students/:id/review`,
    triedBy: [here, 'nothing that those without right send changes anything about the student'],
  },
  {
    way: 'invitation',
    leaves: 'who is invited, and as whose guardian',
    routes: `GET /c/invitations, POST /c/invitations, GET /c/invitations/places, DELETE /c/invitations/:id, POST /c/invitations/:id/mail,
      GET /v1/invitations/:token, POST /v1/invitations/:token/acceptance, POST /v1/invitations/:token/acceptance/here`,
    triedBy: [
      'features/people/inviting.test.ts',
      'a coordinator invites partners’ workers and nobody else, a counselor nobody',
    ],
  },
  {
    way: 'signing in and one’s own account',
    leaves: 'whether somebody has an account, and a student’s name before anybody is known',
    routes: `POST /v1/session, DELETE /v1/session, POST /v1/session/code, POST /v1/session/demo, PUT /v1/session/hat, POST /v1/session/link,
      POST /v1/session/link/acceptance, POST /v1/session/passkey, POST /v1/session/passkey/challenge, POST /v1/session/proof,
      POST /v1/session/proof/passkey, POST /v1/session/provider/:provider, GET /v1/session/provider/:provider/return, GET /v1/session/ways,
      POST /v1/recovery, POST /v1/recovery/password, DELETE /v1/sessions/:id, GET /v1/account, GET /v1/account/sign-ins,
      PUT /v1/account/password, POST /v1/account/code-app, DELETE /v1/account/code-app, POST /v1/account/code-app/confirmation,
      POST /v1/account/recovery-codes, POST /v1/account/passkeys, POST /v1/account/passkeys/challenge, PATCH /v1/account/passkeys/:id,
      DELETE /v1/account/passkeys/:id, DELETE /v1/account/identities/:id, GET /v1/account/daily-mail,
      PUT /v1/account/daily-mail, GET /v1/demo`,
    isForNobody: true,
  },
  {
    way: 'API token',
    leaves: 'everything that its hat holds, to a program',
    routes: 'GET /v1/token, GET /v1/tokens, POST /v1/tokens, DELETE /v1/tokens/:id, POST /c/system-tokens',
    shown: [['a counselor’s token', 'GET /c/students/:id', 'given']],
    triedBy: [
      'features/tokens/tokens.test.ts',
      'a token opens just what its hat holds now and it names itself, for any choice of elements and any opening',
    ],
  },
  {
    way: 'description of the API',
    leaves: 'examples taken from real data',
    routes: 'GET /v1/openapi.json',
    isForNobody: true,
  },
  {
    way: 'public finder and HSDS',
    leaves: 'whom a service serves, or how many; where a shelter is',
    routes:
      'GET /v1/finder/:community, GET /v1/hsds/:community, GET /v1/hsds/:community/services, GET /v1/hsds/:community/services/:id',
    isForNobody: true,
    triedBy: [
      'features/partners/hsds/hsds.test.ts',
      'the public learns what an organization lists for it, of a confidential service neither where nor when, and no count',
    ],
  },
  {
    way: 'health',
    leaves: 'names or counts in what a proxy may ask',
    routes: 'GET /health/live, GET /health/ready',
    isForNobody: true,
  },
  {
    way: 'outbox page',
    leaves: 'mail to others',
    routes: 'GET /v1/outbox',
    triedBy: [here, 'the outbox page shows mail on the machine itself, and to nobody from outside'],
  },
  {
    way: 'static file',
    leaves: 'files beside the pages: the data folder, a backup, a log',
    routes: `GET /, GET /*, GET /app, GET /app/*, GET /assets/*, GET /sign-in, GET /sign-in/*, GET /recovery, GET /recovery/*, GET /account,
      GET /invitation/*, GET /family, GET /family/*, GET /hats, GET /outbox, GET /api/docs`,
    isForNobody: true,
    triedBy: [here, 'no address leads out of the folder of the pages'],
  },
  {
    way: 'calendar',
    leaves: 'appointments in a file that other programs read: there is none',
    triedBy: [here, 'there is no calendar that another program could read'],
  },
  {
    way: 'mail',
    leaves: 'names and texts on their way through other people’s servers',
    triedBy: [here, 'no mail and no log holds a word about a student'],
  },
  {
    way: 'log',
    leaves: 'addresses with ids, searches, bodies',
    triedBy: [here, 'no mail and no log holds a word about a student'],
  },
  {
    way: 'log of a fault',
    leaves: 'a row in the message of the database',
    triedBy: ['platform/log.test.ts', 'a fault is logged by its kind and place, without its message'],
  },
  {
    way: 'error message',
    leaves: 'that somebody is there, by another sentence',
    triedBy: [here, 'a student who is not in reach and one who never was get the same answer, by the same statements'],
  },
  {
    way: 'timing of an error',
    leaves: 'that somebody is there, by more work',
    triedBy: [here, 'a student who is not in reach and one who never was take the same time'],
  },
  {
    way: 'count',
    leaves: 'that somebody is there, by one more',
    triedBy: [here, 'what those without right are told is the same with and without the student'],
  },
  {
    way: 'headers and caches',
    leaves: 'copies in browsers and proxies, and names of files',
    triedBy: [here, 'no answer with data may be kept by a browser or a proxy'],
  },
  {
    way: 'backup file',
    leaves: 'everything, to whoever reads the disk',
    triedBy: [
      'cli/backup.test.ts',
      'a backup holds every table but those on the written list, and only its owner can read it',
    ],
  },
  {
    way: 'files that were brought in',
    leaves: 'everything, to other accounts of the machine',
    triedBy: [here, 'files that were brought in are readable by the server’s account alone'],
  },
  {
    way: 'queue of jobs',
    leaves: 'names in what the worker is to do',
    triedBy: ['platform/jobs.test.ts', 'the app role hands work to the queue, and sees nothing of the queue itself'],
  },
]

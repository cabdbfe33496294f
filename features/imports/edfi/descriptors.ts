/**
 * What the codes of descriptors mean here, unless the district says otherwise. A code is what follows `#` in a descriptor, whatever
 * its namespace, in any case. An empty meaning says "nothing is known"; a code that is missing is a problem, and `whenUnknown` says whether the record is
 * set aside or only this value left empty. No code is ever guessed.
 */
export type Descriptor = { whenUnknown: 'set_aside' | 'leave_empty'; meanings: Readonly<Record<string, string>> }

const attendance: Descriptor = {
  whenUnknown: 'set_aside',
  meanings: {
    'Excused Absence': 'excused_absence',
    'Unexcused Absence': 'unexcused_absence',
    Tardy: 'tardy',
    'Early departure': 'early_departure',
    Partial: 'partial',
    Present: 'present',
    'In Attendance': 'present',
  },
}

const behavior: Descriptor = {
  whenUnknown: 'set_aside',
  meanings: {
    'State Offense': 'state_offense',
    'School Violation': 'school_violation',
    'School Code of Conduct': 'code_of_conduct',
    Other: 'other',
  },
}

const participation: Descriptor = {
  whenUnknown: 'set_aside',
  meanings: { Perpetrator: 'perpetrator', Reporter: 'reporter', Victim: 'victim', Witness: 'witness' },
}

const discipline: Descriptor = {
  whenUnknown: 'set_aside',
  meanings: {
    'Removal from Classroom': 'removal_from_classroom',
    'In School Suspension': 'in_school_suspension',
    'Out of School Suspension': 'out_of_school_suspension',
    Expulsion: 'expulsion',
    'Expulsion with Services': 'expulsion',
    'Expulsion under Guns Free School Act': 'expulsion',
    'Expulsion under Guns Free School Act with Services': 'expulsion',
    'Community Service': 'community_service',
    'No action for incident': 'none',
    Other: 'other',
  },
}

const calendarEvent: Descriptor = {
  whenUnknown: 'set_aside',
  meanings: {
    'Instructional day': 'instructional',
    'Make-up day': 'make_up',
    Holiday: 'holiday',
    'Emergency day': 'emergency',
    'Weather day': 'weather',
    Strike: 'strike',
    'Teacher only day': 'teacher_only',
    'Non-instructional day': 'non_instructional',
    'Student late arrival/early dismissal': 'late_early',
    Other: 'other',
  },
}

/** Whose calendar it is; only that of the school or of a grade says when there was school. */
const calendarType: Descriptor = {
  whenUnknown: 'set_aside',
  meanings: {
    School: 'school',
    'Grade Level': 'school',
    Staff: 'not_school',
    'Student Specific': 'not_school',
    IEP: 'not_school',
  },
}

const term: Descriptor = {
  whenUnknown: 'set_aside',
  meanings: {
    Semester: 'semester',
    'Fall Semester': 'semester',
    'Spring Semester': 'semester',
    'Summer Semester': 'semester',
    Quarter: 'term',
    'First Quarter': 'term',
    'Second Quarter': 'term',
    'Third Quarter': 'term',
    'Fourth Quarter': 'term',
    Trimester: 'term',
    'First Trimester': 'term',
    'Second Trimester': 'term',
    'Third Trimester': 'term',
    MiniTerm: 'term',
    'Year Round': 'school_year',
    Other: 'term',
  },
}

const gradeLevel: Descriptor = {
  whenUnknown: 'leave_empty',
  meanings: {
    'Infant/toddler': 'IT',
    'Early Education': 'PR',
    Preschool: 'PR',
    'Preschool/Prekindergarten': 'PR',
    Prekindergarten: 'PK',
    'Transitional Kindergarten': 'TK',
    Kindergarten: 'KG',
    'First grade': '01',
    'Second grade': '02',
    'Third grade': '03',
    'Fourth grade': '04',
    'Fifth grade': '05',
    'Sixth grade': '06',
    'Seventh grade': '07',
    'Eighth grade': '08',
    'Ninth grade': '09',
    'Tenth grade': '10',
    'Eleventh grade': '11',
    'Twelfth grade': '12',
    'Grade 13': '13',
    Postsecondary: 'PS',
    Ungraded: 'UG',
    'Adult Education': 'Other',
    Other: 'Other',
    'Out of School': '',
    'No grade level': '',
  },
}

const schoolCategory: Descriptor = {
  whenUnknown: 'leave_empty',
  meanings: {
    'Preschool/early childhood': 'elementary',
    'Primary School': 'elementary',
    'Elementary School': 'elementary',
    'Intermediate School': 'middle',
    'Middle School': 'middle',
    'Junior High School': 'middle',
    'Secondary School': 'high',
    'High School': 'high',
    'Elementary/Secondary School': 'combined',
    'All Levels': 'combined',
    Ungraded: '',
    'Adult School': '',
    'Infant/toddler School': '',
  },
}

const sex: Descriptor = {
  whenUnknown: 'leave_empty',
  meanings: { Female: 'female', Male: 'male', 'Non-binary': 'other', 'Not Selected': '' },
}

/** Three-letter codes of ISO 639 are understood without being listed. */
const language: Descriptor = {
  whenUnknown: 'leave_empty',
  meanings: { English: 'en', Spanish: 'es', French: 'fr', German: 'de', Arabic: 'ar', Vietnamese: 'vi', Chinese: 'zh' },
}

const meaning = (word: string, codes: string) => Object.fromEntries(codes.split(' | ').map((code) => [code, word]))

const relation: Descriptor = {
  whenUnknown: 'leave_empty',
  meanings: {
    Mother: 'mother',
    Father: 'father',
    Parent: 'parent',
    ...meaning('stepparent', 'Mother, step | Father, step | Parent, step'),
    ...meaning('guardian', 'Guardian | CourtAppointedGuardian'),
    ...meaning('foster_parent', 'Foster parent'),
    ...meaning('grandparent', 'Grandmother | Grandfather | Grandparent | Great Grandparent'),
    ...meaning('sibling', 'Brother | Sister | Sibling'),
    ...meaning('relative', 'Aunt | Uncle | Great aunt | Great uncle | Cousin | Nephew | Niece | Relative'),
    ...meaning('relative', 'BrotherInLaw | SisterInLaw | FatherInLaw | MotherInLaw | DaughterInLaw | SonInLaw'),
    ...meaning('relative', 'Son | Daughter'),
    ...meaning('spouse', 'Husband | Wife | Spouse | Fiance | Fiancee | SignificantOther'),
    ...meaning(
      'other',
      'MothersCivilPartner | FathersCivilPartner | MothersSignificantOther | FathersSignificantOther',
    ),
    ...meaning('other', 'Emergency | Employer | Friend | Godparent | Neighbor | Other | Ward'),
    Unknown: '',
  },
}

const program: Descriptor = {
  whenUnknown: 'set_aside',
  meanings: {
    ...meaning(
      'special_education',
      'Special Education | Preschool Special Education | IDEA | Early Intervention Services Part C',
    ),
    'Section 504 Placement': 'section_504',
    ...meaning('english_learner', 'Bilingual | Bilingual Summer | English as a Second Language (ESL)'),
    ...meaning('school_meals', 'Student School Food Service | School Food Service'),
    'Migrant Education': 'migrant',
    Homeless: 'homeless',
    'Title I Part A': 'title_i',
    'Gifted and Talented': 'gifted',
    ...meaning('career_technical', 'Career and Technical Education | Vocational Education | Technical Preparatory'),
    ...meaning('early_childhood', 'Early Head Start | Head Start | Even Start | Public Preschool'),
    ...meaning(
      'other',
      'Adult/Continuing Education | Alternative Education | Athletics | Cocurricular Programs | College Preparatory | Community Service Program | Community/Junior College Education Program | Compensatory Services for Disadvantaged Students | Counseling Services | District-Funded GED | Expelled Education | Extended Day/Child Care Services | Fee For Service | Foreign Exchange | Health Services Program | High School Equivalency Program (HSEP) | Home Visiting | Immigrant Education | Independent Study | Indian Education | International Baccalaureate | Library/Media Services Program | Magnet/Special Program Emphasis | Neglected and Delinquent Program | Optional Flexible School Day Program (OFSDP) | Other | Regular Education | Remedial Education | Service Learning | Student Retention/Dropout Prevention | Substance Abuse Education/Prevention | Support | Title I Part D Subpart 1 | Title I Part D Subpart 2',
    ),
  },
}

const postSecondaryEvent: Descriptor = {
  whenUnknown: 'set_aside',
  meanings: {
    'College Application': 'application',
    'College Acceptance': 'acceptance',
    'College Enrollment': 'enrolled',
    'FAFSA Application': 'fafsa_completed',
    ...meaning(
      '',
      'Certification Received | College Degree Received | College Exit Date | College Selection | Remedial Enrollment - ELA | Remedial Enrollment - Math | Student Interest',
    ),
  },
}

const gradeType: Descriptor = {
  whenUnknown: 'set_aside',
  meanings: {
    Final: 'final',
    'Grading Period': 'grading_period',
    Semester: 'grading_period',
    ...meaning('progress', 'Mid-Term Grade | Progress Report'),
    ...meaning('', 'Conduct | Exam'),
  },
}

const race: Descriptor = {
  whenUnknown: 'leave_empty',
  meanings: {
    ...meaning(
      'american_indian_or_alaska_native',
      'American Indian - Alaska Native | American Indian - Alaskan Native | American Indian or Alaska Native',
    ),
    Asian: 'asian',
    ...meaning('black_or_african_american', 'Black - African American | Black or African American'),
    ...meaning(
      'native_hawaiian_or_other_pacific_islander',
      'Native Hawaiian - Pacific Islander | Native Hawaiian or Other Pacific Islander',
    ),
    White: 'white',
    'Two or More Races': 'two_or_more_races',
    ...meaning('', 'Choose Not to Respond | Choose not to respond | Other'),
  },
}

export const descriptors = {
  program,
  postSecondaryEvent,
  gradeType,
  race,
  attendance,
  behavior,
  participation,
  discipline,
  calendarEvent,
  calendarType,
  term,
  gradeLevel,
  schoolCategory,
  sex,
  language,
  relation,
}
export type Category = keyof typeof descriptors
export type Descriptors = Readonly<Record<Category, Descriptor>>

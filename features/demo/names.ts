type Weighted = readonly (readonly [string, number])[]

export type Heritage = {
  weight: number
  female: string[]
  male: string[]
  family: string[]
  /** Languages at home, as BCP 47 tags. */
  languages: Weighted
  /** The race columns of demographics.csv that are true, several joined by a plus. */
  races: Weighted
}

/** 'en 98, de 2' */
const shares = (text: string): Weighted =>
  text.split(', ').map((part) => [part.split(' ')[0]!, Number(part.split(' ')[1])] as const)

const words = (text: string) => text.trim().split(/\s+/)

/** Whole families draw from one heritage. Nothing else in the generator looks at it: no mark, absence or incident. */
export const heritages: readonly Heritage[] = [
  {
    weight: 30,
    female: words(
      'Abigail Brooke Caroline Daisy Elsie Faith Hannah Ivy Josie Lydia Molly Nora Paige Rose Stella Willa',
    ),
    male: words('Asher Beckett Caleb Dylan Elliot Finn Gavin Henry Isaac Jack Logan Miles Nolan Oscar Silas Wyatt'),
    family: words(
      'Atwood Bennett Carver Dalton Ellison Foster Gallagher Hayes Iverson Jennings Keller Mercer Novak O’Dell Olsen Parrish Quinn Reinhardt Sutton Thatcher Underwood Vance Weller Yates',
    ),
    languages: shares('en 98, de 2'),
    races: shares('white 93, white+americanIndianOrAlaskaNative 3, unknown 4'),
  },
  {
    weight: 20,
    female: words(
      'Aaliyah Brianna Chanel Destiny Ebony Jada Kiara Laila Makayla Nia Raven Sanaa Tiana Zuri Simone Maya',
    ),
    male: words(
      'Andre Bryson Cedric Darius Elijah Isaiah Jalen Lamar Malik Marquis Quincy Terrell Xavier Jordan Micah',
    ),
    family: words(
      'Banks Coleman Dixon Easley Franklin Gaines Hampton Ivory Jefferson Lockett Mayfield Pettway Rivers Sims Tolliver Whitlow Broadnax Cheatham Goodwin Staples',
    ),
    languages: shares('en 99, fr 1'),
    races: shares('blackOrAfricanAmerican 92, blackOrAfricanAmerican+white 8'),
  },
  {
    weight: 22,
    female: words(
      'Alejandra Beatriz Camila Daniela Esmeralda Fernanda Inés Jimena Luz Marisol Natalia Paloma Renata Ximena',
    ),
    male: words('Adrián Bruno Carlos Diego Emiliano Felipe Gael Hugo Iván Joaquín Leonardo Nicolás Óscar Rafael Tomás'),
    family: words(
      'Álvarez Benítez Castañeda Delgado Espinoza Fuentes Gutiérrez Herrera Ibarra Juárez León Márquez Núñez Ochoa Peña Quintero Rosales Salinas Trujillo Vázquez Zamora De_la_Cruz',
    ).map((name) => name.replaceAll('_', ' ')),
    languages: shares('es 68, en 32'),
    races: shares(
      'hispanicOrLatinoEthnicity 45, hispanicOrLatinoEthnicity+white 45, hispanicOrLatinoEthnicity+blackOrAfricanAmerican 10',
    ),
  },
  {
    weight: 8,
    female: words('Abeba Adaeze Ayan Binta Efua Fatou Hodan Ifeoma Khadija Makeda Sagal Wanjiru Yetunde Amina Nala'),
    male: words('Abdi Bekele Chinedu Dawit Emeka Femi Idris Kofi Kwame Liban Musa Oluwaseun Samatar Tendai Yonas'),
    family: words(
      'Abebe Adeyemi Balogun Chukwu Diallo Eze Farah Getachew Jibril Kamara Mensah Mwangi Ndiaye Okeke Warsame',
    ),
    languages: shares('en 35, so 30, am 15, fr 12, sw 8'),
    races: shares('blackOrAfricanAmerican 100'),
  },
  {
    weight: 5,
    female: words('Amal Dalia Hala Jana Layla Maryam Rania Salma Yasmin Zainab Nadia Huda'),
    male: words('Adam Bilal Faris Hamza Jamal Karim Nabil Rami Sami Tariq Yusuf Ziad'),
    family: words('Abbas Darwish Fakhoury Habib Jaber Khoury Mansour Nasser Qasim Saleh Tahan Younis Zaki'),
    languages: shares('ar 75, en 25'),
    races: shares('white 80, unknown 20'),
  },
  {
    weight: 6,
    female: words('An Hana Hoa Jia Lan Linh Mai Mei Nhu Pa Thuy Xia Yuna Lien'),
    male: words('Bao Chue Dat Hao Huy Jian Jun Khoa Minh Nam Phong Quan Tou Wei'),
    family: words('Cao Chen Dinh Ho Huynh Kim Lam Lin Ngo Nguyen Pham Tran Vang Vu Xiong Yang Zhao'),
    languages: shares('vi 40, zh 25, hmn 20, en 15'),
    races: shares('asian 94, asian+white 6'),
  },
  {
    weight: 4,
    female: words('Aditi Diya Ishani Kavya Lakshmi Meera Nisha Pooja Riya Sunita Tara Anjali'),
    male: words('Aarav Dev Ishaan Kiran Manish Nikhil Rohan Sanjay Tejas Varun Arjun Bikash'),
    family: words('Ahuja Banerjee Chatterjee Desai Ghosh Iyer Joshi Mehta Nair Rao Sharma Thapa Gurung'),
    languages: shares('en 40, hi 25, ne 20, gu 15'),
    races: shares('asian 100'),
  },
  {
    weight: 3,
    female: words('Daryna Halyna Kasia Ludmila Magda Oksana Polina Svitlana Wanda Zofia'),
    male: words('Andriy Bohdan Dmytro Jakub Kacper Maksym Ostap Pavlo Taras Wojciech'),
    family: words('Bondarenko Cieślak Dudek Ivanenko Kovalenko Marchenko Petrenko Śliwa Wójcik Zając'),
    languages: shares('uk 45, pl 40, en 15'),
    races: shares('white 100'),
  },
  {
    weight: 2,
    female: words('Ayasha Kai Leilani Malia Nizhoni Winona Sialei Talulah'),
    male: words('Ahiga Dakota Keoni Makoa Sione Tate Viliami Chayton'),
    family: words('Blackhorse Redbird Whitecloud Kealoha Mahoe Tupou Fa’asavalu Tsosie'),
    languages: shares('en 85, nv 8, to 7'),
    races: shares('americanIndianOrAlaskaNative 55, nativeHawaiianOrOtherPacificIslander 45'),
  },
]

export const colleges = [
  'Three Bridges State University',
  'Riverbend Community College',
  'Marlow Technical Institute',
  'University of the Plains at Eddington',
  'Saint Brannoc College',
] as const

"""What is said at a school, and names nobody: years, marks, rooms, prices, formulas; titles without a name, services without
an account."""
EN = """The school year 2022-2023 had 38 weeks.
In 2019 we had 1,245 pupils and in 2023 we had 1,410.
Grade 7 has 45 pupils, grade 8 has 52 and grade 9 has 38.
Room 204 is too hot; rooms 101, 102 and 103 are better.
The marks were 45, 50, 62, 71, 78, 80 and 95.
My average was 7.85 out of 10.
About 78.5% of the girls passed, and 69.25% of the boys.
The book costs 12,000 riel and the pen 1 500 riel.
We paid 150000 riel for the bus.
The budget is $4,500.00 for 2024.
The population of Cambodia is 16 718 965.
Phnom Penh has 2 281 951 people and Siem Reap 1 014 234.
x + 5 = 12, so x = 7.
The area is 3.14159 × 25 = 78.53975 square metres.
The speed of light is 299 792 458 m/s.
Avogadro's number is 6.02214076 × 10^23.
a² + b² = c², 3² + 4² = 5².
H2O, CO2 and C6H12O6 are formulas.
0.5 + 0.25 + 0.125 = 0.875
The session of 4 April 2023 began at 08:00 and ended at 11:30.
From 07h30 to 09h00 and from 09h15 to 11h00.
Page 12, exercise 3, questions 1 to 10.
One, two, three, four, five, six, seven, eight: the children count.
Zero errors in ten tests.
Count down: ten nine eight seven six five four three two one zero.
One of the two groups had three or four questions.
The phone did not ring.
We have 8 5 5 and 4 as answers.
The numbers 0, 1, 1, 2, 3, 5, 8, 13, 21, 34 are called Fibonacci's.
Multiply 0.07 by 845 and then by 12.
Version 10.0.19045 of the program is old.
The teacher asked us to read.
Teacher training takes two years.
The Teacher Training Centre in Takeo is near.
Teachers and Directors of Schools met in Kampot.
Teacher Guide and Student Book, grade 10.
The Director General opened the meeting.
The director said that the school needs books.
Doctor and nurse are good jobs.
Mr and Mrs are titles.
I miss my friends and I miss teaching.
Sister schools in Korea sent us letters.
My brother and my aunt are teachers.
He said it again and again.
HE SAID THAT IT IS GOOD.
Sir, thank you for the lesson.
We use Facebook to share lessons with parents.
Join the Telegram group of the school.
The Facebook page of the ministry is useful.
Our Telegram channel is for teachers only.
Line 5 of the text is wrong.
Draw a line: it must be straight.
The signal is weak in our village.
YouTube videos help the students understand.
Use Zoom or Google Meet at home.
Telegram is used by many teachers.
Students use TikTok at night.
Facebook messages are read late.
WhatsApp groups are many.
The wing of the school was painted in 2015.
The bank lent the school 5000000 riel in 2018.
The officer came at 9:30.
An ID card is needed for the exam.
My passport and my birth certificate are at home.
Every employee got a certificate.
The plate has 12 colours.
The account of the visit is 4 pages long.
Do you have an account at the library?
Please write your name and your user name in the list.
The library has 3 250 books and 14 computers.
Class 12A2 won against class 11B1.
It rained 120 mm in July and 95 mm in August 2022.
The river is 4,350 km long.
The exam code is printed on page 2.
Chapter 4: pages 045 to 078.
Temperatures: 28, 29, 31, 33, 34, 35, 36 and 30 degrees.
The ratio is 3:4:5.
We met on 05/04/2023, 06/04/2023 and 07/04/2023.
The result is 1.2345678 or 12345.678.
Bring 2 pens, 1 ruler, 10 sheets.
The scores are 012, 045 and 099 in the old list.
Team 07 and team 08 played 3 to 2.""".split("\n")
KM = """ឆ្នាំសិក្សា ២០២២-២០២៣ មាន ៣៨ សប្ដាហ៍។
នៅឆ្នាំ ២០១៩ មានសិស្ស ១២៤៥ នាក់ ហើយឆ្នាំ ២០២៣ មាន ១៤១០ នាក់។
ថ្នាក់ទី៧ មានសិស្ស ៤៥ នាក់ ថ្នាក់ទី៨ មាន ៥២ នាក់។
បន្ទប់លេខ ២០៤ ក្តៅពេក បន្ទប់ ១០១ និង ១០២ ល្អជាង។
ពិន្ទុគឺ ៤៥ ៥០ ៦២ ៧១ ៧៨ ៨០ និង ៩៥។
មធ្យមភាគ ៧,៨៥ លើ ១០។
សិស្សស្រី ៧៨,៥% បានជាប់។
សៀវភៅថ្លៃ ១២០០០ រៀល ប៊ិចថ្លៃ ១៥០០ រៀល។
យើងបង់ថ្លៃឡាន ១៥០០០០ រៀល។
ប្រជាជនកម្ពុជាមាន ១៦ ៧១៨ ៩៦៥ នាក់។
ថ្ងៃទី ០៤ ខែមេសា ឆ្នាំ ២០២៣ ម៉ោង ៨:០០ ដល់ ១១:៣០។
មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន ដប់។
ក្មេងៗរាប់ សូន្យ មួយ ពីរ បី។
មានសិស្សម្ភៃប្រាំនាក់ និងគ្រូប្រាំពីរនាក់។
សាមសិបនាក់ក្នុងមួយថ្នាក់ គឺច្រើន។
ទំព័រ ១២ លំហាត់ទី ៣ សំណួរ ១ ដល់ ១០។
លោកគ្រូអ្នកគ្រូទាំងអស់បានចូលរួម។
លោកគ្រូបានពន្យល់ច្បាស់។
អ្នកគ្រូ និងសិស្ស បានសួរសំណួរ។
លោក លោកស្រី អ្នកនាង កញ្ញា ជាទីមេត្រី។
លោកនាយកបានបើកកិច្ចប្រជុំ។
លោកអ្នកនាងទាំងអស់គ្នា។
បងប្អូនទាំងអស់បានមកដល់។
បង ប្អូន ពូ មីង បានជួយគ្នា។
ប្អូនៗសិស្សានុសិស្ស ត្រូវខិតខំរៀន។
គ្រូរូបវិទ្យា គ្រូគណិតវិទ្យា និងគ្រូជីវវិទ្យា។
គ្រូបង្រៀនវិទ្យាសាស្ត្រ ត្រូវការសម្ភារៈ។
គ្រូ សុខភាព និងសុវត្ថិភាព សំខាន់។
មិត្តភក្តិខ្ញុំជួយខ្ញុំរៀន។
សិស្សពូកែទទួលបានរង្វាន់។
សិស្ស កម្សាន្ត និងកីឡា។
និស្សិតសាកលវិទ្យាល័យ ចូលរួមច្រើន។
នាយកសាលាទទួលខុសត្រូវ។
ប្រធានក្រុមបានរាយការណ៍។
លោកប្រធានអង្គប្រជុំបានថ្លែងសុន្ទរកថា។
អនុប្រធានការិយាល័យអប់រំ។
សូមអរគុណលោកជំទាវដែលបានផ្តល់សៀវភៅ។
ឯកឧត្តម និងលោកជំទាវ ជាទីគោរព។
សូមគោរពជូន ឯ.ឧ. និងលោកជំទាវ។
ឈ្មោះសាលារៀនត្រូវសរសេរឱ្យត្រឹមត្រូវ។
សូមសរសេរឈ្មោះរបស់អ្នកនៅទីនេះ។
យើងប្រើហ្វេសប៊ុក ដើម្បីចែករំលែកមេរៀន។
សូមចូលក្រុមតេឡេក្រាមរបស់សាលា។
ទំព័រ Facebook របស់ក្រសួង មានប្រយោជន៍។
វីដេអូ YouTube ជួយសិស្សឱ្យយល់។
សូមបង្កើតក្រុម Telegram សម្រាប់គ្រូ។
ធនាគារបានផ្តល់កម្ចី ៥០០០០០០ រៀល ក្នុងឆ្នាំ ២០១៨។
អត្តសញ្ញាណប័ណ្ណត្រូវយកមកជាមួយ។
គណនីរបស់សិស្សត្រូវការពាក្យសម្ងាត់។
កាតបណ្ណាល័យមានពណ៌ខៀវ។
លេខសម្គាល់លំហាត់ គឺ ១ ២ និង ៣។
ទឹក H2O ឧស្ម័ន CO2 និងគ្លុយកូស C6H12O6។
a² + b² = c² គឺជាទ្រឹស្តីបទពីតាករ។
ផ្ទៃក្រឡាស្មើ ៣,១៤១៥៩ គុណនឹង ២៥។
ល្បឿនពន្លឺគឺ ២៩៩ ៧៩២ ៤៥៨ ម៉ែត្រក្នុងមួយវិនាទី។
លេខ ០ ១ ១ ២ ៣ ៥ ៨ ១៣ ២១ ជាស្វ៊ីត។
ភ្លៀង ១២០ មម ក្នុងខែកក្កដា និង ៩៥ មម ក្នុងខែសីហា។
អ្នកមីងលក់បាយនៅមុខសាលា។
តា យាយ និងចៅ រស់នៅជាមួយគ្នា។
នាងខ្ញុំសូមអរគុណ។
នាងតូចម្នាក់ពូកែគណិតវិទ្យា។
កញ្ញាម្នាក់បានឆ្លើយ។
បណ្ឌិតសភាចំណេះដឹង។
សាស្ត្រាចារ្យមកពីសាកលវិទ្យាល័យ។
លោកតាវ័យ ៨០ ឆ្នាំ។
បងធំខ្ញុំជាគ្រូ។
បងសុខសប្បាយទេ?
ប្អូនសុខភាពល្អទេ?
លោកជាគ្រូល្អ។
លោកគ្រូជាមនុស្សល្អ។
អ្នកគ្រូថាអត់អីទេ។
លោកថាមេរៀននេះងាយ។
លោកគ្រូពន្យល់ស្រួលយល់។
គ្រូសុទ្ធតែជួយសិស្ស។
បងស្រីបានទៅផ្សារ។
មិត្តសិស្សទាំងអស់។
លោកគ្រូចាស់ និងលោកគ្រូថ្មី។
លោកសង្ឃ និងគ្រូសូត្រ។
គ្រូពេទ្យព្យាបាលអ្នកជំងឺ។""".split("\n")

// Names that are one name: short forms, and one name as it is written in several languages. Folded, a line each.

const LINES = `
mohammed muhammad mohamed mohammad mohamad muhammed muhamad mohamud mahomed mehmet mamadou mo
ahmed ahmad achmed ahmet
abdul abdullah abdulla abdallah
ali aly
hassan hasan hasaan
hussein husain hussain hossein huseyin
ibrahim ebrahim ibraheem abraham abe
yusuf yousef yousuf yusef youssef josef joseph jose joe joey jozef josip giuseppe
yakub yaqub jakub jacob jake jakob
ismail ismael ishmael
isa eesa issa
musa moussa moses
dawud daud dawood david dave davey dafydd
suleiman sulaiman solomon suleyman
omar umar omer
osman usman uthman othman
aisha ayesha aysha aishah ayse
fatima fatimah fatma fatemeh fatou
khadija khadijah hatice kadija
maryam mariam miriam meryem
zainab zaynab zeinab zeynep
layla leila laila leyla lila
hamza hamzah
elizabeth elisabeth liz lizzie lizzy beth betty bess betsy eliza elsie libby lisa liza lilibet elzbieta
katherine catherine kathryn katharine kate katie katy kathy cathy kat kit kitty katarzyna kasia ekaterina katya
margaret maggie meg peggy madge margot greta gosia malgorzata
mary maria marie molly polly mia mimi
william will bill billy liam willy
robert rob bob bobby robbie bertie
richard rick ricky dick richie
james jim jimmy jamie jem seamus hamish
john jon johnny jack sean shaun shawn ian ivan jan johan juan giovanni jean yahya
jonathan jonny jonathon nathan
jackson jaxon jaxson
thomas tom tommy tomasz tomas
michael mike mick mickey micky mikey michal miguel mikhail
nicholas nick nicky nicolas mikolaj nikolai
christopher chris kit topher krzysztof
matthew matt mateusz matteo mathew
andrew andy drew andrzej andrei andre
anthony tony antony anton antonio antoni
edward ed eddie ted teddy ned
daniel dan danny daniil
samuel sam sammy
benjamin ben benny benji
alexander alex alec sandy sasha xander lex aleksander aleksandr alejandro
alexandra alex sandra sasha lexi lexie aleksandra
steven stephen steve stevie stefan szczepan
patrick pat paddy padraig
francis frank frankie franciszek
frances fran frankie francesca franny
charles charlie chuck karol carlos
charlotte charlie lottie lotty
henry harry hank henryk harrison
george georgie jorge jerzy
georgina georgia georgie gina
joshua josh
jessica jess jessie
jennifer jen jenny jenna
rebecca becca becky bex rebekah
rachel rachael rach raquel
victoria vicky vicki tori vic wiktoria viktoria
samantha sam sammy sammie
susan sue susie suzy suzanne zuzanna
sarah sara sally sadie
anne ann anna annie anya hannah hanna ana nan nancy
emily em emmy emilia emma
amelia milly millie amy
isabella isabel isobel bella izzy izabela belle
olivia liv livvy ollie oliwia
oliver ollie olly
zoe zoey zowie
sophie sophia sofia zofia sofie
ellie eleanor ellen elle nell nellie helen helena elena
abigail abby abbie gail
gabriel gabe gabi
gabriella gabby gabrielle gabriela
madeleine maddie maddy madison madeline
natalie nat natasha tasha natalia
theodore theo ted teddy
theresa teresa tess tessa terry
timothy tim timmy
terence terry terrence
leonard leo len lenny leon
lewis louis lou luis louie
louise lou lulu luiza
lucas luke luca lukasz lukas
lucy lucie lucia luciana
ronald ron ronnie ronan
raymond ray
peter pete piotr pedro
paul pawel pablo
philip phillip phil pip filip
gregory greg grzegorz
frederick fred freddie freddy
dominic dom dominik
cameron cam
callum calum
connor conor konnor
aidan aiden ayden
kian cian kean
niamh neve neave
siobhan shivaun chevonne
aoife eva efa
saoirse seersha
ciara kiera keira kira
caitlin kaitlyn kaitlin katelyn caitlyn
shannon shan
jayden jaden jaiden
kayden kaiden caden
reece rhys rees
tyler ty
zachary zac zack zak zachariah zakaria
jasmine jaz jas yasmin yasmine
deborah debbie deb debra
donald don donnie
douglas doug
gerald gerry jerry gerard
jeffrey geoffrey geoff jeff
kenneth ken kenny
lawrence laurence larry laurie
martin marty marcin
nathaniel nathan nate nat
penelope penny
priscilla cilla
reginald reg reggie
stanley stan
veronica ronnie vera weronika
vincent vince vinny
walter wally walt
wojciech wojtek
agnieszka agnes aga
malachi malachy
nevaeh neveah
oluwaseun seun
oluwaseyi seyi
chukwuemeka emeka
gurpreet preet
harpreet preet
manpreet manny
jaswinder jas
`

/** Every name with those that stand in a line with it. */
export const NICKNAMES: ReadonlyMap<string, ReadonlySet<string>> = ((): ReadonlyMap<string, ReadonlySet<string>> => {
  const alike = new Map<string, Set<string>>()
  for (const line of LINES.trim().split('\n')) {
    const names = line.split(' ')
    for (const name of names) {
      const known = alike.get(name) ?? new Set<string>()
      for (const other of names) if (other !== name) known.add(other)
      alike.set(name, known)
    }
  }
  return alike
})()

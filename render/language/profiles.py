"""Small profiles by which a language is recognised: frequent words, telling letters, scripts."""

# The commonest words that carry grammar rather than subject.
FUNCTION_WORDS: dict[str, str] = {
    "fr": "le la les l un une des du de d et est en que qui qu dans pour pas par sur au aux "
    "il elle ils ce cette ces se s ne n son sa ses leur plus avec sont à ou où mais comme "
    "nous vous on été ont être toute tout a",
    "en": "the of and to in a is that for it as was with be by on not he his but at are this "
    "have from or had an they which one you were all her she there would their we has been "
    "its shall no everyone",
    "es": "el la los las un una de del y e en que por con no se su sus para es al lo como más "
    "pero o este esta sin sobre son fue ha muy también entre desde cuando todo toda ser tiene "
    "derecho ya",
    "pt": "o a os as um uma de do da dos das e em no na nos nas que por com não se seu sua "
    "para é ao à como mais mas ou pela pelo são foi ser tem também quando sem toda todo ele "
    "ela isso",
    "it": "il lo la i gli le un una di del della dei delle dell e ed in nel nella che per con "
    "non si suo sua è al alla come più ma o da dal dalla sono essere ha anche ogni individuo "
    "questo questa sul l",
    "de": "der die das den dem des ein eine einen einer eines und ist in im zu zum zur von vom "
    "mit für auf nicht sich auch als an er sie es hat oder bei nach wird werden sind war aus "
    "dass jeder haben seine durch",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als door bij of "
    "heeft hij zij ze naar uit wordt werd worden deze dit recht een ieder tot over maar die "
    "was",
    "sv": "och att det i en ett som är av för på med den till har inte om de han hon men var "
    "sig från eller vid så kan alla vara rätt utan skall ska efter",
    "da": "og at det i en et som er af for på med den til har ikke om de han hun men var sig "
    "fra eller ved så kan alle være ret uden skal efter der blev hans",
    "nb": "og å det i en et som er av for på med den til har ikke om de han hun men var seg fra "
    "eller ved så kan alle være rett uten skal etter ble",
    "fi": "ja on ei se että hän oli mutta kun joka ovat myös tai sekä jokaisella sen mukaan "
    "ole oikeus siitä niin kuin olla voi sitä hänen jos nyt",
    "pl": "i w na z się nie do że to jest o jak za od po przez dla lub są ma oraz każdy ale "
    "jego być tym prawo człowiek ich jej co który która",
    "cs": "a v na se je že to s z do o jako pro by za od po ve nebo jsou má každý ale jeho být "
    "právo který která jeho k i si podle tak však",
    "sk": "a v na sa je že to s z do o ako pre by za od po vo alebo sú má každý ale jeho byť "
    "právo ktorý ktorá k aj si podľa tak však",
    "hu": "a az és egy hogy nem is van ez volt minden meg vagy de mint csak el kell joga "
    "személynek azt ha ki még után szerint valamint",
    "ro": "și de la în a că nu cu pe este un o al din pentru care sunt se sau au fi mai ca ale "
    "lui orice dreptul persoană prin să ce după",
    "tr": "ve bir bu da de için ile olarak her olan gibi daha çok ne kadar veya hakkı herkes "
    "vardır ya sonra olduğu o en ancak göre",
    "vi": "và của có được là các trong cho một những với không người này đã khi về mọi quyền "
    "cũng từ theo hay đến như bất đều phải",
    "id": "dan yang di dengan untuk ini itu dari dalam pada tidak atau setiap orang akan oleh "
    "adalah ke berhak sebagai telah juga hak ada karena",
    "sw": "na ya wa kwa ni za katika la kila mtu ana haki cha au hii yake huo huyo kuwa wake "
    "hiyo bila lakini kama hata kwamba vya",
    "yo": "ni ti ní tí sí àti tó fún ó wọn kan náà nínú gbogbo bá sì pé kò ẹnì lábẹ́ ẹ̀tọ́ lè "
    "láti tàbí yìí ọmọ",
    "ha": "da na a ta ya ga ba ko shi wani kowa kuma cikin su ne yake yana don tare wannan "
    "duk yin hakkin mutum kan bisa ce",
    "wo": "ci ak mu ne di nit la ko yi bu te ab ñu na am ay lu bépp nag du ku gi moom war mbaa "
    "ñépp sañ",
    "bm": "ka ye ni la bɛ kan o ma a min n ani don bɛɛ kɛ tɛ walima u mɔgɔ na i kelen kɔnɔ fo "
    "jamana ko cogo",
    "ff": "e fii on ko o kala ndi neddho ka nden no ngal hara fow maa bhe mun woni dhin fop "
    "neɗɗo leydi jogii hakkee kadi nde",
    "so": "oo ku ka iyo u ama waa in uu ah la aan leeyahay xaq qof kasta lahaan karo waxaa sida "
    "inuu ay ee wax",
    "zu": "futhi noma ngokuba wonke muntu unelungelo ukuthi umuntu ngaphandle kwakhe lokhu "
    "yilowo nalowo kumele lakhe ngoba kanye ukuba kungenzeka ilungelo wonk",
    "hr": "i u na se je da za su s od o kao što ne po ili koji koja svatko ima pravo biti nije "
    "a ali iz to te",
    "sl": "in v na se je da za so s z od o kot ki ne po ali vsakdo ima pravico biti ni pa iz to "
    "tudi ter do",
    "lt": "ir yra kad iš su į ne kaip tai buvo už turi teisę kiekvienas žmogus arba jo savo nuo "
    "apie dėl bet prie",
    "lv": "un ir ka no ar uz par kā tas bija katram cilvēkam tiesības vai viņa lai bet pie "
    "nav savu pēc",
    "et": "ja on ei et see kui oli ka või õigus igal inimesel ning tema mis ta selle aga oma "
    "peab iga nii",
    "ca": "el la els les un una de del i en que per amb no es seu seva a al com més o dels són "
    "té tota dret persona aquest aquesta ha ser l d pels",
    "gl": "o a os as un unha de do da e en no na que por con non se seu súa para é ao como máis "
    "ou pola polo son toda dereito persoa",
    "eu": "eta da ez du bat ere edo dira izan dute den pertsona orok eskubidea egin baina "
    "zen beste hori",
    "sq": "dhe të e në një për që me nga është si nuk se ka ose i ky kjo gjithkush drejtë do "
    "janë tij",
    "ga": "agus an na ar i le is do go ag gach ach nó sé bhfuil ó chun atá duine ceart sin ní bhí",
    "cy": "y yr a i yn o ar ac mae gan hawl neb bob bawb i'r neu ei eu nid oes ond wedi fod",
    "mt": "il li ta u ma jew dritt kull bniedem għandu fil tal lil huwa minn bil dan din għal",
    "is": "og að í á er sem til um við ekki en með af hver maður eða það var hann skal rétt "
    "fyrir frá",
    "af": "die en van in is het dat nie te wat op vir met aan as deur of hy sy word elkeen reg "
    "om by was ook",
    "mg": "ny sy no dia amin fa ho izay tsy ary zo olona isan rehetra ka na mba olombelona manana",
    "ht": "yo li ki nan ak pou se gen moun pa yon tout dwa sou ou sa tankou fè kap oswa",
    "uz": "va har bir bu bilan uchun ega huquqi inson yoki ham boʻlgan o'z shu emas deb",
    "az": "və bir bu hər ilə üçün malikdir hüququ olan insan da də ya olaraq onun kimi",
}

# Letters that settle or strongly suggest a language of the Latin script.
TELLING_LETTERS: dict[str, str] = {
    "fr": "œçêèùû",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "de": "ßäöü",
    "nl": "ĳ",
    "sv": "åäö",
    "da": "åæø",
    "nb": "åæø",
    "pl": "łąęśżźćń",
    "cs": "řěůčšž",
    "sk": "ľĺŕôčšž",
    "hu": "őűáé",
    "ro": "șțăâî",
    "tr": "ğışç",
    "vi": "đơưạảấầẩậắằặẹẻếềểệịọỏốồổộớờởợụủứừửựỳ",
    "yo": "ẹọṣ",
    "bm": "ɛɔɲŋ",
    "ff": "ɓɗƴŋ",
    "wo": "ëñŋ",
    "lv": "āēīūķļņģ",
    "lt": "ėįųū",
    "is": "ðþ",
    "mt": "ħġżċ",
    "az": "əğı",
    "ca": "ŀ",
}

# Scripts in which nearly all modern prose is in one language.
SCRIPT_LANGUAGES: dict[str, str] = {
    "Hebr": "he",
    "Grek": "el",
    "Thai": "th",
    "Hang": "ko",
    "Kana": "ja",
    "Geor": "ka",
    "Armn": "hy",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Gujr": "gu",
    "Guru": "pa",
    "Orya": "or",
    "Sinh": "si",
    "Beng": "bn",
    "Mymr": "my",
    "Khmr": "km",
    "Laoo": "lo",
    "Ethi": "am",
    "Nkoo": "nqo",
    "Tfng": "zgh",
    "Adlm": "ff-Adlm",
    "Thaa": "dv",
    "Tibt": "bo",
}

# Within a shared script: words, then letters that only some of its languages use.
ARABIC_WORDS: dict[str, str] = {
    "ar": "في من على إلى أن التي الذي هذا هذه عن مع كل لا ما أو حق شخص كان ولا ذلك بين قد",
    "fa": "و در به از که این را با است هر آن برای حق شود کند دارد باید یا می بر تا خود",
    "ur": "کے کی کا میں ہے اور سے کو اس پر یہ نے کہ ہیں ہر حق شخص یا بھی نہیں جو",
    "ps": "د په او چې له ته کې دی سره هر حق څوک یا نه دا ده شي",
    "ckb": "لە و بە بۆ کە ئەم هەر لەگەڵ مافی هەیە یان کەس دەبێت نابێت",
}
ARABIC_LETTERS: dict[str, str] = {
    "ar": "ةىأإ",
    "ur": "ٹڈڑےںہھ",
    "fa": "پچژگ",
    "ps": "ښځڅړږۍې",
    "ckb": "ەۆێڵڕ",
}
CYRILLIC_WORDS: dict[str, str] = {
    "ru": "и в не на что с по как это из к от за для его он она но все при или каждый право был",
    "uk": "і в не на що з та до як це від за для його він вона але або кожна має право у є при",
    "be": "і ў не на што з па як гэта ад за для яго ён яна але або кожны мае права у да",
    "bg": "и в не на че с по като това от за да се е са или всеки има право при но към",
    "sr": "и у не на да се је са по као то од за су или свако има право при али што",
    "mk": "и во не на дека со по како тоа од за да се е или секој има право при но што",
    "kk": "және мен бір бұл үшін бар әр құқығы адам немесе да де өз",
    "mn": "нь ба бол энэ хүн эрх тэй байх эсвэл гэж юм",
}
CYRILLIC_LETTERS: dict[str, str] = {
    "ru": "ыэъ",
    "uk": "їєґ",
    "be": "ў",
    "sr": "ђћјљњ",
    "mk": "ѓќѕ",
    "kk": "әғқңұһ",
    "mn": "өү",
}
DEVANAGARI_WORDS: dict[str, str] = {
    "hi": "के की का में है और से को पर यह ने कि हैं इस या भी नहीं प्रत्येक अधिकार जो लिए",
    "mr": "आहे आणि च्या या व हे ते हा ही नाही किंवा प्रत्येक हक्क असे करण्याचा आहेत",
    "ne": "छ र को मा ले लाई गर्ने हो पनि प्रत्येक अधिकार यो तथा वा हुने छैन",
}

# Characters in which one and the same word of Chinese differs between the two scripts.
TRADITIONAL = frozenset("國會這個們來時說為對過學發現經關實與義權當間無點從種開見樣動頭話問")
SIMPLIFIED = frozenset("国会这个们来时说为对过学发现经关实与义权当间无点从种开见样动头话问")

WORDS = {
    "Latn": FUNCTION_WORDS,
    "Cyrl": CYRILLIC_WORDS,
    "Arab": ARABIC_WORDS,
    "Deva": DEVANAGARI_WORDS,
}
LETTERS = {"Latn": TELLING_LETTERS, "Cyrl": CYRILLIC_LETTERS, "Arab": ARABIC_LETTERS}

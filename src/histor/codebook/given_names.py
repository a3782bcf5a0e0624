"""Given names and what stands before other proper names: a word in, whether a name after it is no place's, out."""

# Common given names in reports in English: "Jim Jordan" and "George Washington" are persons.
GIVEN_NAMES = frozenset(
    """
    aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro alex alexander alexei ali alice amir
    amy ana anders andre andrea andrei andrew andy angela ann anna anne anthony antonio arthur barbara ben benjamin
    bernard bill bob boris brad brian bruce carl carlos carol caroline catherine charles charlie chris christian
    christina christine christopher claire claudia colin daniel dave david deborah denis denise dennis denzel diana
    diego dmitri dmitry donald doug douglas ed eddie edward elena elizabeth emily emma eric erik ernest eva fatima
    felipe fernando fiona francis francisco frank fred gabriel gary gavin geoff geoffrey george gerald gerard gilbert
    giovanni glenn gordon graham greg gregory hamilton hannah hans harold harry hassan heather helen henry howard hugh
    hugo hussein ian ibrahim igor irina ivan jacques jake james jamie jan jane janet jason jean jeff jeffrey jennifer
    jeremy jerry jesse jessica jim jimmy joan joe joel johan john johnny jon jonathan jorge jose joseph josh joshua
    juan juanita judith julia julian julie karen karl kate katherine keith ken kenneth kerry kevin khalid kim kyle
    larry laura lawrence lee leo leon leonard linda lisa louis louise lucy luis luke luther lyndon marc marcus margaret
    maria marie mario mark marta martha martin mary matt matthew max megan mehmet michael michel michelle miguel mike
    miriam mohamed mohammad mohammed monica muhammad mustafa nancy natalia nathan neil nicholas nick nicole nikolai
    nina olga oliver omar oscar pablo pamela patricia patrick paul paula pauline pedro peter phil philip phillip pierre
    rachel ralph raymond rebecca ricardo richard rick rob robert roberto robin rodrigo roger roland ron ronald rosa rose
    ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sergei sergey sharon shaun simon
    sophie stanley stefan stephanie stephen steve steven stuart sue susan sylvia tamara tatiana ted terry theresa thomas
    tim timothy todd tom tomas tony tracy trevor vernon victor viktor vincent vladimir walter warren wayne wendy will
    william yusuf yuri zoe
    """.split()
)  # folded, as `fold_name` does it
# Names of places that persons bear as given names: none of a place before another capital ("Jordan Smith").
PLACES_AS_GIVEN_NAMES = frozenset(
    """
    adelaide alexandria asia augusta austin beverly brooklyn cairo carolina chad charlotte chelsea cleveland dakota
    dallas devon diego eden eugene florence georgia helena india ireland israel jackson jordan kelly kenya kingston
    kobe lincoln london lourdes madison marion melbourne milan montana odessa orlando paris phoenix regina savannah
    santiago sydney tyre valencia verona victoria virginia vienna wayne zaria
    """.split()
)
# Before a name it is a vessel's: "USS Tripoli", "HMS Cornwall".
VESSELS = frozenset("uss usns uscgc hms hmas hmcs ins pns tcg roks rfa mv mt ss".split())

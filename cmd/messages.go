package cmd

import (
	"kstat/corpus"
	"kstat/report"
	"kstat/stats"
)

// msg names a text for readers. Every text that kstat prints of its own stands in messages, in English and Korean.
//
// Korean: messages are full sentences in the 합니다 style or, where a colon introduces the fault, a noun phrase; what a
// flag or command does is said with a noun or ~기. A name from outside stands before a colon or in quotation marks and
// never before a particle, so that no particle has to guess its shape.
type msg int

// The texts, in groups: what the program is, commands, flags, columns, errors.
const (
	noMessage msg = iota

	msgRootShort
	msgRootLong
	msgRootExample
	msgRootMore
	msgUsage
	msgCommands
	msgExamples
	msgDefault
	msgArgsRoot
	msgArgsFiles
	msgArgsQuery
	msgArgsShell
	msgArgsCommand

	msgFreqShort
	msgFreqLong
	msgFreqExample
	msgFreqTitle
	msgNgramsShort
	msgNgramsLong
	msgNgramsExample
	msgKwicShort
	msgKwicLong
	msgKwicExample
	msgKwicTitle
	msgTokenizeShort
	msgTokenizeLong
	msgTokenizeExample
	msgTokenizeTitle
	msgSentencesShort
	msgSentencesLong
	msgSentencesExample
	msgCleanShort
	msgCleanLong
	msgCleanExample
	msgCleanTitle
	msgReportShort
	msgReportLong
	msgReportExample
	msgRerunShort
	msgRerunLong
	msgRerunExample
	msgRerunSame
	msgRerunDiffers
	msgArgsManifest
	msgMethodsShort
	msgMethodsLong
	msgMethodsExample
	msgFlagMethodsFormat
	msgFlagRoot
	msgFlagRerunOutput
	msgNotARecord
	msgNotARecordHint
	msgNoRecord
	msgRecordBadJSON
	msgRecordNewer
	msgRecordNewerHint
	msgRecordBadField
	msgRecordTooBig
	msgRecordCommand
	msgRecordFlag
	msgCannotRerun
	msgColWhat
	msgAboutWhat
	msgColSame
	msgColThen
	msgAboutThen
	msgColNow
	msgAboutNow
	msgWhatOutput
	msgWhatCommand
	msgWhatVersion
	msgWhatModel
	msgWhatInput
	msgWhatOption
	msgWhatMeasure
	msgWhatCount
	msgWhatConstant
	msgVersionShort
	msgVersionLong
	msgCompletionShort
	msgCompletionLong
	msgHelpShort
	msgHelpLong

	msgGroupInput
	msgGroupUnit
	msgGroupSearch
	msgGroupOutput
	msgGroupOther
	msgRules
	msgFlagEncoding
	msgFlagPretokenized
	msgFlagPretagged
	msgFlagNoClean
	msgFlagThreads
	msgFlagManifest
	msgFlagUnit
	msgFlagPos
	msgFlagStem
	msgFlagStopwords
	msgFlagNgram
	msgFlagMinFreq
	msgFlagTop
	msgFlagFormat
	msgFlagFigure
	msgFlagFont
	msgOnlyInFigures
	msgNotInFigures
	msgFontOfSVG
	msgNoFont
	msgNoFontHint
	msgFontLacks
	msgNoSuchFont
	msgFigureFrequent
	msgFigureStrips
	msgFigureKeyCloud
	msgFigureKeys
	msgFigureKey
	msgFigureKeyOf
	msgFigureNotKey
	msgFigureTooTall
	msgFigureTooTallHint
	msgFigureSureKey
	msgFigureScatter
	msgFigurePerMillion
	msgFigureLogRatio
	msgFlagTokenFormat
	msgFlagOutput
	msgFlagLang
	msgFlagTagset
	msgFlagJoin
	msgFlagLog
	msgFlagSort
	msgFlagContext
	msgFlagContextChars
	msgFlagReportTop
	msgFlagRef
	msgFlagReportRefList
	msgFlagKwicLimit
	msgFlagNoText
	msgFlagVersion
	msgFlagHelp

	msgColRank
	msgAboutRank
	msgColTerm
	msgAboutTerm
	msgColTag
	msgAboutTag
	msgColFreq
	msgAboutFreq
	msgColPerMillion
	msgAboutPerMillion
	msgColDocFreq
	msgAboutDocFreq
	msgColDoc
	msgAboutDoc
	msgColSentence
	msgAboutSentence
	msgColEojeol
	msgAboutEojeol
	msgColForm
	msgAboutForm
	msgColLemma
	msgAboutLemma
	msgColStart
	msgAboutStart
	msgColEnd
	msgAboutEnd
	msgColSource
	msgAboutSource
	msgColLine
	msgAboutLine
	msgColRule
	msgAboutRule
	msgColOld
	msgAboutOld
	msgColNew
	msgAboutNew
	msgColPosition
	msgAboutPosition
	msgColLeft
	msgAboutLeft
	msgColNode
	msgAboutNode
	msgColRight
	msgAboutRight
	msgDocuments
	msgSentences
	msgEojeols
	msgTokens
	msgTypes
	msgMorphemes
	msgHits

	msgReportStdin
	msgReportTokens
	msgReportTypes
	msgReportHapaxes
	msgReportShortText
	msgReportSpreadDocuments
	msgReportSpreadParts
	msgReportReference
	msgReportSejong
	msgReportSejongRemark
	msgReportAllLacked
	msgReportNoKeys
	msgPageOfLists
	msgOnlyOnPages
	msgNotOnPages
	msgUnitWord
	msgUnitNoun
	msgUnitMorpheme
	msgUnitEojeol
	msgUnitSyllable
	msgUnitGrapheme
	msgUnitJamo
	msgPageHomogeneity
	msgPageNoHomogeneity
	msgReportMethodKeys
	msgPageMethodCompare
	msgReportHeaps
	msgReportZipf
	msgReportMethodAnalysis
	msgReportMethodTagged
	msgReportMethodUnit
	msgReportMethodGrams
	msgReportMethodPairs
	msgReportMethodLines
	msgReportMethodSample
	msgReportMethodNoText

	msgUnknownCommand
	msgLaterCommand
	msgSeeCommands
	msgSeeHelp
	msgNearest
	msgNearestCommand
	msgUnknownFlag
	msgLaterFlag
	msgLaterChoice
	msgFlagElsewhere
	msgFlagNeedsValue
	msgNotANumber
	msgBadValue
	msgNoFileName
	msgBadSyntax
	msgBadChoice
	msgTooFewArgs
	msgTooManyArgs
	msgExclusive
	msgNoTags
	msgUsePretagged
	msgUnitNoTags
	msgPosNotInUnit
	msgPosInUnit
	msgUnknownTag
	msgSeeTags
	msgStemUnit
	msgUnknownEncoding
	msgGiveEncoding
	msgUnknownEnding
	msgGiveFormat
	msgBinary
	msgGiveOutput
	msgPageEnding
	msgFormatNeedsLog
	msgJoinLine
	msgReadingStdin
	msgMousetrap
	msgUnknownShell
	msgQuery
	msgQueryEmpty
	msgQueryBracket
	msgQueryGroup
	msgQueryQuote
	msgQueryRepeatOpen
	msgQueryUnexpected
	msgQueryNoAttribute
	msgQueryAttribute
	msgQueryNoOperator
	msgQueryNoValue
	msgQueryExpression
	msgQueryTag
	msgQueryRepeat
	msgQueryNothing
	msgQueryTooLong
	msgExprClass
	msgExprRange
	msgExprEscape
	msgExprName
	msgExprGroup
	msgExprTwoRepeats
	msgExprRepeatSize
	msgExprUTF8
	msgExprBracket
	msgExprOpen
	msgExprNothing
	msgExprBackslash
	msgExprClose
	msgExprDepth
	msgExprLarge
	msgCannotWrite
	msgInternal
	msgInternalHint
	msgWarning
	msgManifestStdout
	msgManifestHint
	msgOutputIsOutput
	msgOutputIsInput
	msgStdoutIsInput
	msgOutputHint
	msgManifestCut
	msgAtLine
	msgFaultNoTag
	msgFaultNoSuchTag
	msgFaultNoForm
	msgNotExist
	msgNoFolder
	msgPermission
	msgDiskFull
	msgIsDirectory
	msgNotDirectory
	msgReadOnly
	msgTooLarge
	msgDeviceFault
	msgCutOff

	msgArgsCompare
	msgCompareShort
	msgCompareLong
	msgCompareExample
	msgCompareTitle
	msgGroupCompare
	msgMeasures
	msgFlagKeyMeasures
	msgFlagAs
	msgFlagCorrect
	msgFlagAlpha
	msgFlagMaxP
	msgFlagSortBy
	msgFlagK
	msgFlagSeed
	msgFlagRefList
	msgFlagFreqList
	msgColFreqA
	msgAboutFreqA
	msgColFreqB
	msgAboutFreqB
	msgColPerMillionA
	msgColPerMillionB
	msgColDocFreqA
	msgColDocFreqB
	msgColDPA
	msgColDPB
	msgAboutDP
	msgColKeyIn
	msgAboutKeyIn
	msgColAdjustedP
	msgAboutAdjustedP
	msgLowEnd
	msgAboutLowEnd
	msgHighEnd
	msgAboutHighEnd
	msgAboutLog10
	msgFamily
	msgCorrection
	msgAlpha
	msgAs
	msgSimilarity
	msgHomogeneityA
	msgHomogeneityB
	msgHomogeneitySDA
	msgHomogeneitySDB
	msgDoubtLowExpected
	msgDoubtHapax
	msgDoubtZeroCell
	msgDoubtSignTurned
	msgDoubtNotATable
	msgDoubtRaisedMargin
	msgDoubtOneDocument
	msgDoubtFewDocuments
	msgDoubtShortText
	msgDoubtTies
	msgDoubtUnequalParts
	msgDoubtOverCorrected
	msgDoubtNotConverged
	msgDoubtFewTypes
	msgDoubtBeyondExponential
	msgDoubtNearExponential
	msgDoubtFirstApart
	msgSameCorpus
	msgTestsOfList
	msgTestsOfOne
	msgTestsHint
	msgConstantDelta
	msgNothingToCompare
	msgNothingToCompareHint
	msgCompareOne
	msgCompareOneHint
	msgCompareMany
	msgCompareManyHint
	msgPresetLacks
	msgUnknownMeasure
	msgUnknownVariant
	msgNearestVariant
	msgNotAShare
	msgListNoFrequency
	msgListNoTerm
	msgListNotNumber
	msgListNegative
	msgListFractional
	msgListTooLarge
	msgListTwice
	msgListHeader
	msgListCommas

	msgArgsWord
	msgCollocationsShort
	msgCollocationsLong
	msgCollocationsExample
	msgCollocationsTitle
	msgCollocatesShort
	msgCollocatesLong
	msgCollocatesExample
	msgCollocatesTitle
	msgGroupPairs
	msgFlagWindow
	msgFlagWithin
	msgFlagOrdered
	msgFlagExpected
	msgFlagPairMeasures
	msgFlagPairSort
	msgColW1
	msgAboutW1
	msgColW2
	msgAboutW2
	msgColO11
	msgAboutO11
	msgAboutF1
	msgAboutF2
	msgAboutN
	msgColE11
	msgAboutE11
	msgColLeftCount
	msgAboutLeftCount
	msgColRightCount
	msgAboutRightCount
	msgAboutPlaceLeft
	msgAboutPlaceRight
	msgAboutCollocate
	msgWindow
	msgWithin
	msgOrdered
	msgExpected
	msgFamilyPairs
	msgNode
	msgNodeFreq
	msgExpectedPlain
	msgPruned
	msgTooManyKept
	msgPrunedCollocates
	msgWindowTooLarge
	msgTooManyPairs
	msgTooManyPairsHint
	msgNoSuchWord
	msgNoSuchWordHint

	msgGroupDispersion
	msgFlagDispersionMeasures
	msgFlagParts
	msgDispersionShort
	msgDispersionLong
	msgDispersionExample
	msgDispersionTitle
	msgGroupDispersionTitle
	msgPlotTitle
	msgColPart
	msgAboutPart
	msgColTokens
	msgAboutTokens
	msgColPlot
	msgAboutPlot
	msgParts
	msgPartsAre
	msgVariants
	msgOnePart
	msgBadParts
	msgTooManyParts
	msgPartsWithoutMeasures

	msgArgsMeasure
	msgGroupDiversity
	msgFlagDiversityMeasures
	msgFlagDiversityWindow
	msgFlagSample
	msgFlagThreshold
	msgFlagOneList
	msgDiversityShort
	msgDiversityLong
	msgDiversityExample
	msgDiversityTitle
	msgAllDocuments
	msgColMeasure
	msgColTypes
	msgAboutTypes
	msgAboutRunning
	msgWindowsCross
	msgMeasuresShort
	msgMeasuresLong
	msgMeasuresExample
	msgMeasuresTitle
	msgNoMeasure
	msgSeeMeasures
	msgColFamily
	msgColName
	msgColMeaning
	msgColVariant
	msgAboutVariant
	msgColFormula
	msgColRange
	msgColRole
	msgColPrograms
	msgAboutPrograms
	msgColSources
	msgColSource1
	msgColExample
	msgColResult
	msgColZero
	msgSignIs
	msgSignUnsigned
	msgSignSigned
	msgSignShifted
	msgSignEven
	msgSignUneven
	msgSignVaried
	msgSignRepetitive
	msgSignAlike
	msgSignDifferent
	msgSidesUnsigned
	msgSidesSigned
	msgSidesShifted
	msgRoleEffect
	msgRoleSignificance
	msgRoleProbability
	msgRoleScore
	msgFamilyAssociation
	msgFamilyKeyness
	msgFamilyDocuments
	msgFamilyGram
	msgNothingMatches
	msgWordsWithQuery
	msgFlagDocFreq
	msgDocFreqList
	msgDocFreqOne
	msgDocFreqNote
	msgCountedAre
	msgPresetOf
	msgPresetThresholdIs
	msgPresetMargins
	msgMarginsAre
	msgPresetNoThreshold
	msgPresetNote
	msgPresetSource
	msgFlagGramMeasures
	msgGramLength
	msgGramHint
	msgGramsLeftOut
	msgVariantTwice
	msgNotWithLists
	msgNotWithListsHint
	msgListWithoutOrder
	msgNeedsMorphemes
	msgFamilyPlaced
	msgTestsOfWindows
	msgFamilyDispersion
	msgFamilyDiversity
	msgFamilySimilarity

	msgKeywordsShort
	msgKeywordsLong
	msgKeywordsExample
	msgKeywordsTitle
	msgFlagMethod
	msgFlagKeywordRef
	msgFlagKeywordList
	msgFlagRankWindow
	msgNotWithMethod
	msgGiveRef
	msgRefUnit
	msgRefTags
	msgRefSejong
	msgRefLacks
	msgLeftOut
	msgAllLacked
	msgRef
	msgTokensRef
	msgTypesRef
	msgDocumentsRef
	msgColFreqRef
	msgAboutFreqRef
	msgColPerMillionRef
	msgColTextRank
	msgAboutTextRank
	msgEdges
	msgAboutTfIdf
	msgTfIdfAlone
	msgTfIdfHint

	msgFlagSkip
	msgFlagMaximal
	msgNested

	msgFlagExamples
	msgColExampleLine
	msgAboutExampleLine
	msgKwicStdin
	msgKwicStdinHint

	msgFlagBootstrap

	msgFlagFrames
	msgAboutFrame
	msgColFillers
	msgAboutFillers
	msgColFilledBy
	msgAboutFilledBy
	msgFramesTooShort
	msgFramesHint

	msgPresetThreshold

	msgListSizeNotNumber
	msgListSizeTooSmall

	msgNeedsWindow
	msgOneScope

	numMessages
)

var messages = [numMessages]report.Text{
	msgRootShort: {"Korean text analysis", "한국어 텍스트 분석"},
	msgRootLong: {
		"kstat analyses Korean text: word frequencies, n-grams, concordances, morphemes.",
		"kstat: 한국어 텍스트 분석 도구. 낱말 빈도, n-그램, 용례 색인, 형태소 분석을 합니다.",
	},
	msgRootExample: {
		"$ kstat freq essay.txt\n$ kstat freq --unit noun --top 50 -o nouns.xlsx articles/\n$ kstat kwic 걷다 novel.txt",
		"$ kstat freq essay.txt\n$ kstat freq --unit noun --top 50 -o nouns.xlsx articles/\n$ kstat kwic 걷다 novel.txt",
	},
	msgRootMore:    {"\"kstat help COMMAND\" says more about a command.", "\"kstat help 명령\"으로 각 명령의 도움말을 볼 수 있습니다."},
	msgUsage:       {"Usage:", "사용법:"},
	msgCommands:    {"Commands:", "명령:"},
	msgExamples:    {"Examples:", "예:"},
	msgDefault:     {" [default %s]", " [기본값 %s]"},
	msgArgsRoot:    {"COMMAND [FLAGS] [FILE…]", "명령 [옵션] [파일…]"},
	msgArgsFiles:   {"[FLAGS] [FILE…]", "[옵션] [파일…]"},
	msgArgsQuery:   {"[FLAGS] QUERY [FILE…]", "[옵션] 검색식 [파일…]"},
	msgArgsShell:   {"bash|zsh|fish|powershell", "bash|zsh|fish|powershell"},
	msgArgsCommand: {"[COMMAND]", "[명령]"},

	msgFreqShort: {"Frequency list of words or other units", "낱말 등의 빈도 목록"},
	msgFreqLong: {
		"Counts the words of the files, or of standard input, and lists them by frequency.\n\nWords are content words in their dictionary form: 걸어서 and 걷는 are both 걷다, 지루한 is 지루하다;\nparticles and endings are not counted. --unit counts something else.",
		"파일이나 표준 입력의 낱말을 세어 빈도순으로 보여 줍니다.\n\n낱말은 사전에 오르는 꼴의 내용어입니다. \"걸어서\"와 \"걷는\"은 모두 걷다, \"지루한\"은 지루하다로 세고\n조사와 어미는 세지 않습니다. 다른 단위로 세려면 --unit을 쓰세요.",
	},
	msgFreqExample: {
		`$ echo '걸어서 학교에 갔다. 학교는 멀었다.' | kstat freq
Frequencies

Rank  Term  Tag  Frequency  Per million  Documents
----  ----  ---  ---------  -----------  ---------
   1  학교  NNG          2    400,000.0          1
   2  가다  VV           1    200,000.0          1
   3  걷다  VV           1    200,000.0          1
   4  멀다  VA           1    200,000.0          1

documents: 1   sentences: 2   eojeols: 5   tokens: 5   types: 4

$ kstat freq --unit noun --top 50 -o nouns.xlsx articles/
$ kstat freq --unit morpheme --pos EC,EF essay.txt
$ kstat freq --stopwords ko --min-freq 2 essay.txt
$ kstat freq --figure cloud -o words.svg essay.txt`,
		`$ echo '걸어서 학교에 갔다. 학교는 멀었다.' | kstat freq
빈도

순위  항목  품사  빈도  백만당 빈도  문서 수
----  ----  ----  ----  -----------  -------
   1  학교  NNG      2    400,000.0        1
   2  가다  VV       1    200,000.0        1
   3  걷다  VV       1    200,000.0        1
   4  멀다  VA       1    200,000.0        1

문서: 1   문장: 2   어절: 5   토큰: 5   타입: 4

$ kstat freq --unit noun --top 50 -o nouns.xlsx articles/
$ kstat freq --unit morpheme --pos EC,EF essay.txt
$ kstat freq --stopwords ko --min-freq 2 essay.txt
$ kstat freq --figure cloud -o words.svg essay.txt`,
	},
	msgFreqTitle:   {"Frequencies", "빈도"},
	msgNgramsShort: {"Frequency list of n-grams", "n-그램 빈도 목록"},
	msgNgramsLong: {
		"Counts each N words that stand side by side in a sentence. A word that is not counted (것, 그, a stop word)\nparts its neighbours, so that no n-gram is made of words that do not follow each other.",
		"한 문장 안에서 나란히 나오는 낱말 N개를 한 덩이로 셉니다. 세지 않는 낱말(것, 그, 불용어)이 끼면 그 앞뒤를\n이웃으로 보지 않으므로, 실제로 이어지지 않은 낱말이 n-그램이 되는 일은 없습니다.",
	},
	msgNgramsExample: {
		`$ echo '인공 지능을 배운다. 인공 지능은 빠르다.' | kstat ngrams --top 1
Frequencies

Rank  Term       Frequency  Per million  Documents
----  ---------  ---------  -----------  ---------
   1  인공 지능          2    333,333.3          1

documents: 1   sentences: 2   eojeols: 6   tokens: 6   types: 3

$ kstat ngrams -n 3 --unit syllable essay.txt`,
		`$ echo '인공 지능을 배운다. 인공 지능은 빠르다.' | kstat ngrams --top 1
빈도

순위  항목       빈도  백만당 빈도  문서 수
----  ---------  ----  -----------  -------
   1  인공 지능     2    333,333.3        1

문서: 1   문장: 2   어절: 6   토큰: 6   타입: 3

$ kstat ngrams -n 3 --unit syllable essay.txt`,
	},
	msgKwicShort: {"Concordance: every place of a word in its context", "용례 색인: 낱말이 쓰인 곳과 앞뒤 문맥"},
	msgKwicLong: {
		"Lists every place where the query matches, with the text to its left and right.\n\nA query is a word in its dictionary form (걷다 finds 걸어서), form/TAG (걷/VV), or a sequence of\nmorphemes in brackets: [lemma=개방 & tag=N.*] [tag=J.*]? [form=모델|모형].",
		"검색식에 맞는 곳을 모두 앞뒤 문맥과 함께 보여 줍니다.\n\n검색식은 사전형 낱말(걷다로 \"걸어서\"를 찾음), 형태/태그(걷/VV), 또는 대괄호로 적은 형태소의 연쇄입니다:\n[lemma=개방 & tag=N.*] [tag=J.*]? [form=모델|모형]",
	},
	msgKwicExample: {
		`$ echo '그는 걸었다. 나도 걸어서 갔다.' | kstat kwic 걷다
Concordance

Document  Line  Position                Left  Match   Right
--------  ----  --------  ------------------  ------  -------------------
-            1         7               그는   걸었다  . 나도 걸어서 갔다.
-            1        25  그는 걸었다. 나도   걸어서   갔다.

documents: 1   sentences: 2   eojeols: 5   morphemes: 14   types: 10   matches: 2

$ kstat kwic --sort right '[tag=NNG] [form=의] [lemma=문제]' articles/
$ kstat kwic --context-chars 20 -o lines.xlsx 걷/VV essay.txt`,
		`$ echo '그는 걸었다. 나도 걸어서 갔다.' | kstat kwic 걷다
용례 색인

문서  줄  위치           왼쪽 문맥  찾은 말  오른쪽 문맥
----  --  ----  ------------------  -------  -------------------
-      1     7               그는   걸었다   . 나도 걸어서 갔다.
-      1    25  그는 걸었다. 나도   걸어서    갔다.

문서: 1   문장: 2   어절: 5   형태소: 14   타입: 10   찾은 곳: 2

$ kstat kwic --sort right '[tag=NNG] [form=의] [lemma=문제]' articles/
$ kstat kwic --context-chars 20 -o lines.xlsx 걷/VV essay.txt`,
	},
	msgKwicTitle:     {"Concordance", "용례 색인"},
	msgTokenizeShort: {"Morphemes with their tags", "형태소 분석"},
	msgTokenizeLong: {
		"Splits text into morphemes, form/TAG, a line for each line. The other formats give a row for each\nmorpheme with its place in the text, and conllu a line for each eojeol.",
		"텍스트를 형태소로 나누어 입력 한 줄마다 한 줄씩 \"형태/태그\"로 적습니다. 표 형식을 고르면 형태소마다 한 행에\n텍스트 안의 위치까지, conllu를 고르면 어절마다 한 줄씩 적습니다.",
	},
	msgTokenizeExample: {
		`$ echo '걸어서 학교에 갔다.' | kstat tokenize
걷/VV 어서/EC 학교/NNG 에/JKB 가/VV 었/EP 다/EF ./SF

$ kstat tokenize --format json -o essay.json essay.txt`,
		`$ echo '걸어서 학교에 갔다.' | kstat tokenize
걷/VV 어서/EC 학교/NNG 에/JKB 가/VV 었/EP 다/EF ./SF

$ kstat tokenize --format json -o essay.json essay.txt`,
	},
	msgTokenizeTitle:  {"Morphemes", "형태소"},
	msgSentencesShort: {"Sentences, one a line", "문장 나누기(한 줄에 한 문장)"},
	msgSentencesLong: {
		"Splits text into sentences and prints one a line. With --join, each line of the text stays one line and\nits sentences are joined by the string.",
		"텍스트를 문장으로 나누어 한 줄에 하나씩 적습니다. --join을 쓰면 텍스트의 한 줄을 한 줄로 두고 그 안의\n문장들 사이에 지정한 문자열을 넣습니다.",
	},
	msgSentencesExample: {
		`$ echo '비가 온다. 바람도 분다!' | kstat sentences
비가 온다.
바람도 분다!

$ echo '비가 온다. 바람도 분다!' | kstat sentences --join ' | '
비가 온다. | 바람도 분다!`,
		`$ echo '비가 온다. 바람도 분다!' | kstat sentences
비가 온다.
바람도 분다!

$ echo '비가 온다. 바람도 분다!' | kstat sentences --join ' | '
비가 온다. | 바람도 분다!`,
	},
	msgCleanShort: {"The text that the analyses see", "분석에 들어가는 정제된 텍스트"},
	msgCleanLong: {
		"Prints the text as the analyses see it, after cleaning. With --log it prints what was dropped or changed,\neach with its place and the rule; with --log=FILE the text goes to stdout and the log into the file.",
		"정제를 거쳐 분석에 들어가는 텍스트를 보여 줍니다. --log를 쓰면 지우거나 바꾼 것을 위치와 규칙까지 모두\n보여 주고, --log=파일을 쓰면 텍스트는 표준 출력으로, 기록은 파일로 보냅니다.",
	},
	msgCleanExample: {
		`$ echo '너무 웃겨ㅋㅋㅋㅋㅋㅋ' | kstat clean
너무 웃겨ㅋㅋ

$ echo '너무 웃겨ㅋㅋㅋㅋㅋㅋ' | kstat clean --log
Changes made by cleaning

Document  Line  Start  End  Rule    Before    After
--------  ----  -----  ---  ------  --------  -----
-            1     19   31  repeat  ㅋㅋㅋㅋ

documents: 1   repeat: 1`,
		`$ echo '너무 웃겨ㅋㅋㅋㅋㅋㅋ' | kstat clean
너무 웃겨ㅋㅋ

$ echo '너무 웃겨ㅋㅋㅋㅋㅋㅋ' | kstat clean --log
정제 기록

문서  줄  시작  끝  규칙    전        후
----  --  ----  --  ------  --------  --
-      1    19  31  repeat  ㅋㅋㅋㅋ

문서: 1   repeat: 1`,
	},
	msgCleanTitle:  {"Changes made by cleaning", "정제 기록"},
	msgReportShort: {"Keyword report on a page of its own", "핵심어 보고서 (웹 페이지 하나)"},
	msgReportLong: {
		"Writes one page that says what a text is about: its key words, its words by frequency, where they stand, which stand\ntogether, how varied its vocabulary is, and how all of this was counted. Every word, n-gram and pair opens its lines.\n\nKey words are those that the text has more often than Korean at large, by the built-in list of kstat keywords;\n--ref compares with texts of your own, --ref-list with a frequency list.\n\nThe page is one file. It makes no request, and can be opened, mailed, printed and archived anywhere.\nIt holds the sentences of the text; --no-text leaves them out.",
		"글이 무엇을 이야기하는지 한 장에 보여 주는 페이지를 만듭니다. 핵심어, 낱말의 빈도, 나오는 자리, 함께 나오는 낱말,\n어휘 다양도와 센 방법을 담습니다. 낱말, n-그램, 낱말 쌍을 누르면 그 용례가 열립니다.\n\n핵심어는 kstat keywords의 내장 목록에 견주어 두드러지게 자주 나오는 낱말입니다.\n--ref를 쓰면 직접 고른 글에, --ref-list를 쓰면 빈도 목록에 견줍니다.\n\n페이지는 파일 하나입니다. 외부로 나가는 요청이 없어 어디서나 열고, 보내고, 인쇄하고, 보관할 수 있습니다.\n글의 문장이 들어 있습니다. 문장을 빼려면 --no-text를 쓰세요.",
	},
	msgReportExample: {
		"$ kstat report essay.txt -o report.html\n$ kstat report --unit noun --stopwords ko articles/ -o report.html\n$ kstat report --no-text articles/ -o report.html",
		"$ kstat report essay.txt -o report.html\n$ kstat report --unit noun --stopwords ko articles/ -o report.html\n$ kstat report --no-text articles/ -o report.html",
	},
	msgRerunShort: {"Does a recorded run again and compares", "기록된 실행을 되풀이하여 비교"},
	msgRerunLong: {
		"Does the run again that a record describes (--manifest), or a page of report or compare, which carries its record, and says\n" +
			"whether the same bytes came out. Where they did not, or where something is not what it was, each difference is named: the\n" +
			"input that changed or is missing, the option, the version, the model. The exit status is 0 if output, inputs and options are\n" +
			"the same, and 1 otherwise. The output is only compared; -o keeps it. Nothing else is written, whatever the record names.",
		"실행 기록(--manifest)이나 기록을 담은 웹 페이지(report, compare)에 적힌 대로 다시 실행하고, 결과가 바이트까지 같은지 알려 줍니다.\n" +
			"결과가 다르거나 그때와 달라진 것이 있으면 하나씩 밝힙니다: 바뀌었거나 없어진 입력, 옵션, 버전, 모델.\n" +
			"결과, 입력, 옵션이 모두 같으면 종료 상태가 0, 아니면 1입니다. 결과는 비교만 하고 버리며, -o를 쓰면 저장합니다.\n" +
			"기록에 어떤 파일 이름이 적혀 있든 다른 파일은 쓰지 않습니다.",
	},
	msgRerunExample: {
		"$ kstat freq -o words.tsv --manifest run.json essay.txt\n$ kstat rerun run.json\n$ kstat report -o essay.html essay.txt\n$ kstat rerun --root . -o again.html essay.html",
		"$ kstat freq -o words.tsv --manifest run.json essay.txt\n$ kstat rerun run.json\n$ kstat report -o essay.html essay.txt\n$ kstat rerun --root . -o again.html essay.html",
	},
	msgRerunSame:    {"The run gave the same bytes", "같은 결과가 나왔습니다"},
	msgRerunDiffers: {"The run is not the same", "그때와 같지 않습니다"},
	msgArgsManifest: {"[options] RECORD", "[옵션] 기록파일"},
	msgMethodsShort: {"The paragraph on method for a paper", "논문의 연구 방법 단락"},
	msgMethodsLong: {
		"Writes the paragraph on method for a paper from the record of a run (--manifest), or from a page of report or compare: data,\n" +
			"cleaning, analyser, unit of counting, thresholds, measures with their formulas, correction, seeds, with a mark behind each\n" +
			"setting that was left at its default; then the works cited, as references and as BibTeX. --lang chooses the language.",
		"실행 기록(--manifest)이나 기록을 담은 웹 페이지(report, compare)로 논문의 연구 방법 단락을 씁니다. 자료, 정제, 형태소 분석,\n" +
			"세는 단위, 기준값, 측도와 산식, 다중 검정 보정, 난수 시드를 밝히고, 기본값을 그대로 쓴 설정에는 (기본값) 표시를 붙입니다.\n" +
			"이어서 인용한 문헌을 참고문헌 목록과 BibTeX로 보여 줍니다. 언어는 --lang으로 고릅니다.",
	},
	msgMethodsExample: {
		"$ kstat keywords --manifest run.json -o words.xlsx essay.txt\n$ kstat methods run.json\n$ kstat methods --lang ko --format md run.json\n$ kstat methods --format bib -o cited.bib run.json",
		"$ kstat keywords --manifest run.json -o words.xlsx essay.txt\n$ kstat methods run.json\n$ kstat methods --lang ko --format md run.json\n$ kstat methods --format bib -o cited.bib run.json",
	},
	msgFlagMethodsFormat: {"form of the paragraph", "단락의 형식"},
	msgFlagRoot:          {"the folder from which the relative paths of the record lead; without it the current one", "기록에 적힌 상대 경로의 기준 폴더. 지정하지 않으면 현재 폴더"},
	msgFlagRerunOutput:   {"keep the result of the run in a file", "다시 실행한 결과를 파일로 저장"},
	msgNotARecord:        {"not the record of a run", "실행 기록이 아닙니다"},
	msgNotARecordHint:    {"--manifest writes a record; pages of report and compare carry one", "--manifest로 기록을 남기세요. report와 compare의 웹 페이지에도 기록이 들어 있습니다"},
	msgNoRecord:          {"this page carries no record of a run", "이 페이지에는 실행 기록이 없습니다"},
	msgRecordBadJSON:     {"the record is damaged", "기록이 손상되었습니다"},
	msgRecordNewer:       {"the record was made by a newer kstat; version of its format", "더 새로운 kstat이 만든 기록입니다. 형식 버전"},
	msgRecordNewerHint:   {"a newer kstat can read it", "최신 kstat에서 읽을 수 있습니다"},
	msgRecordBadField:    {"the record has a field that is missing, unknown or wrong", "기록에 빠졌거나 모르거나 잘못된 항목이 있습니다"},
	msgRecordTooBig:      {"too large for a record", "기록이라고 하기에는 너무 큽니다"},
	msgRecordCommand:     {"the record is of a command that this version cannot do again: %q", "%q: 이 버전으로 되풀이할 수 없는 명령의 기록입니다"},
	msgRecordFlag:        {"the record has an option that this version does not have: %s", "%s: 기록에 이 버전에는 없는 옵션이 있습니다"},
	msgCannotRerun:       {"the run cannot be done again as it is recorded", "기록된 대로 다시 실행할 수 없습니다"},
	msgColWhat:           {"What", "대상"},
	msgAboutWhat:         {"what was compared", "비교한 것"},
	msgColSame:           {"Same", "같음"},
	msgColThen:           {"Then", "그때"},
	msgAboutThen:         {"as the record has it", "기록에 적힌 값"},
	msgColNow:            {"Now", "지금"},
	msgAboutNow:          {"as it is now", "다시 실행한 값"},
	msgWhatOutput:        {"output", "결과"},
	msgWhatCommand:       {"command", "명령"},
	msgWhatVersion:       {"version", "버전"},
	msgWhatModel:         {"model", "모델"},
	msgWhatInput:         {"input", "입력"},
	msgWhatOption:        {"option", "옵션"},
	msgWhatMeasure:       {"measure", "측도"},
	msgWhatCount:         {"count", "수"},
	msgWhatConstant:      {"constant", "상수"},
	msgVersionShort:      {"Version of kstat", "kstat 버전"},
	msgVersionLong:       {"Prints the version of kstat.", "kstat 버전을 보여 줍니다."},
	msgCompletionShort:   {"Completion script for a shell", "셸 자동 완성 스크립트"},
	msgCompletionLong: {
		"Prints a script that makes the shell complete commands and flags of kstat. For bash, in ~/.bashrc:\n\n  source <(kstat completion bash)",
		"셸에서 kstat의 명령과 옵션을 자동 완성하게 하는 스크립트를 출력합니다. bash라면 ~/.bashrc에 다음 줄을 넣으세요.\n\n  source <(kstat completion bash)",
	},
	msgHelpShort: {"Help about a command", "명령의 도움말"},
	msgHelpLong:  {"Says what a command does and which flags it has.", "명령이 하는 일과 옵션을 보여 줍니다."},

	msgGroupInput:       {"Input:", "입력:"},
	msgGroupUnit:        {"What is counted:", "세는 단위:"},
	msgGroupSearch:      {"Search:", "찾기:"},
	msgGroupOutput:      {"Output:", "출력:"},
	msgGroupOther:       {"Other:", "기타:"},
	msgRules:            {"Rules:", "규칙:"},
	msgFlagEncoding:     {"encoding of the input, where it is not to be found by itself: utf-8, cp949, utf-16le …", "자동으로 알아내는 대신 쓸 입력 인코딩: utf-8, cp949, utf-16le 등"},
	msgFlagPretokenized: {"the input is tokens: a sentence a line, tokens separated by spaces", "입력이 이미 나뉜 토큰임: 한 줄에 한 문장, 토큰은 빈칸으로 구분"},
	msgFlagPretagged:    {"the input is tagged: form/TAG separated by spaces, or joined by + within an eojeol", "입력이 이미 분석된 것임: \"형태/태그\"를 빈칸으로 구분, 한 어절 안은 +로 이을 수 있음"},
	msgFlagNoClean:      {"take the text as it is, without cleaning but for line ends and NFC", "줄 끝과 NFC만 통일하고 정제하지 않음"},
	msgFlagThreads:      {"how many threads work; 0 is one for each processor", "스레드 수. 0이면 프로세서 수만큼"},
	msgFlagManifest: {"write the record of the run into a file: version, model, inputs and output with their hashes, every option (see rerun, methods)",
		"실행 기록을 파일로 남김: 버전, 모델, 입력과 결과의 해시, 모든 옵션(rerun, methods 참조)"},
	msgFlagUnit:          {"unit of counting", "세는 단위"},
	msgFlagPos:           {"parts of speech of the unit that are counted, in place of its own choice: tags (NNG,NNP) or content, noun, predicate, all", "단위의 기본 품사 대신 셀 품사: 태그(NNG,NNP) 또는 content, noun, predicate, all"},
	msgFlagStem:          {"stem words in Latin script by the rules of a language: models is model", "로마자 낱말의 어간 추출에 쓸 언어: models를 model로 셈"},
	msgFlagStopwords:     {"words that are not counted, one a line; ko is the built-in list", "세지 않을 낱말의 목록 파일(한 줄에 하나). ko는 내장 목록"},
	msgFlagNgram:         {"count sequences of N", "N개의 연쇄를 셈"},
	msgFlagMinFreq:       {"list only what occurs at least N times", "N번 이상 나온 것만 보임"},
	msgFlagTop:           {"list only the first N rows; 0 is all", "처음 N행만 보임. 0이면 전부"},
	msgFlagFigure:        {"the chart that is drawn with -o FILE.svg or FILE.png; the first where none is named", "-o FILE.svg나 FILE.png로 그릴 그림의 종류. 지정하지 않으면 첫째"},
	msgFlagFont:          {"font file with Hangul for PNG; without it one is looked for on the system", "PNG에 쓸, 한글이 있는 글꼴 파일. 지정하지 않으면 시스템에서 찾음"},
	msgOnlyInFigures:     {"%s is for charts, which are drawn into a file .svg or .png", "%s: .svg나 .png로 그림을 그릴 때만 씁니다"},
	msgNotInFigures:      {"%s has no place in a chart", "%s: 그림에는 쓸 수 없습니다"},
	msgFontOfSVG:         {"--font is for PNG: an SVG names fonts, and whoever shows it has them", "--font: PNG에만 씁니다. SVG는 글꼴의 이름만 담아, 보는 쪽의 글꼴로 나타납니다"},
	msgNoFont:            {"no font with Hangul was found on this system, which a PNG needs", "PNG를 그리는 데 필요한 한글 글꼴을 시스템에서 찾지 못했습니다"},
	msgNoFontHint:        {"name one with --font FILE (.ttf, .otf, .ttc; Noto Sans KR and Nanum Gothic are free), or write SVG, which needs none", "--font FILE로 글꼴 파일(.ttf, .otf, .ttc)을 지정하거나, 글꼴이 필요 없는 SVG로 쓰세요. 본고딕(Noto Sans KR)과 나눔고딕은 무료입니다"},
	msgFontLacks:         {"%s: the font does not have %s", "%s: 글꼴에 %s 자가 없습니다"},
	msgNoSuchFont:        {"%s: not a font that can be read (.ttf, .otf, .ttc)", "%s: 읽을 수 있는 글꼴 파일(.ttf, .otf, .ttc)이 아닙니다"},
	msgFigureFrequent:    {"Most frequent: %s", "가장 잦은 낱말: %s"},
	msgFigureStrips:      {"Where the most frequent words stand: %s", "잦은 낱말이 나오는 자리: %s"},
	msgFigureKeyCloud:    {"Words by frequency, key words in colour: %s", "낱말의 빈도와 핵심어: %s"},
	msgFigureKeys:        {"Key words: %s", "핵심어: %s"},
	msgFigureKey:         {"key words against %s (G² from 10.83, p < 0.001)", "핵심어 (참조: %s, G² 10.83 이상, p < 0.001)"},
	msgFigureKeyOf:       {"key in %s", "%s의 핵심어"},
	msgFigureSureKey:     {"key words (G² from 10.83, p < 0.001)", "핵심어 (G² 10.83 이상, p < 0.001)"},
	msgFigureTooTall:     {"the picture would be more than a metre high", "그림의 높이가 1미터를 넘습니다"},
	msgFigureTooTallHint: {"show fewer rows with --top N, or write SVG", "--top N으로 행을 줄이거나 SVG로 쓰세요"},
	msgFigureNotKey:      {"other words", "다른 낱말"},
	msgFigureScatter:     {"A: %s, B: %s", "A: %s, B: %s"},
	msgFigurePerMillion:  {"%s, per million (logarithmic scale)", "%s, 백만당 빈도(로그 눈금)"},
	msgFigureLogRatio:    {"log ratio (base 2) with its 95 % interval", "로그비(밑 2)와 95% 신뢰 구간"},
	msgFlagFormat:        {"format; without it the file's ending decides, or table on a terminal and tsv into a pipe", "출력 형식. 지정하지 않으면 파일 확장자를 따르고, 화면에는 table, 파이프에는 tsv"},
	msgFlagTokenFormat:   {"format; without it the file's ending decides, or line", "출력 형식. 지정하지 않으면 파일 확장자를 따르고, 없으면 line"},
	msgFlagOutput:        {"write into a file, which appears whole or not at all", "결과를 파일에 씀. 끝까지 써야 파일이 생김"},
	msgFlagLang:          {"language of help, headings and messages", "도움말, 표 머리, 메시지의 언어"},
	msgFlagTagset:        {"tag set of output and queries", "출력과 검색에 쓸 품사 태그 체계"},
	msgFlagJoin:          {"one line for each line, its sentences joined by STR; \\t is a tab", "입력 한 줄을 한 줄로 두고 문장 사이에 STR을 넣음. \\t는 탭"},
	msgFlagLog:           {"print what cleaning drops and changes instead of the text, or write it into FILE", "텍스트 대신 정제에서 지우거나 바꾼 것을 보임. 파일을 주면 그 파일에 기록"},
	msgFlagSort:          {"order of the lines: by place, by the text to the left or right, by the match", "줄의 순서: 나온 위치, 왼쪽 문맥, 오른쪽 문맥, 찾은 말"},
	msgFlagContext:       {"eojeols of context on each side", "앞뒤 문맥의 어절 수"},
	msgFlagContextChars:  {"characters of context on each side, instead of eojeols", "어절 대신 글자 수로 정한 앞뒤 문맥의 길이"},
	msgFlagRef:           {"find the words that stand out against this file or folder", "이 파일이나 폴더에 견주어 두드러진 낱말 찾기"},
	msgFlagReportRefList: {"find the words that stand out against a frequency list, term<tab>freq a line", "빈도 목록(한 줄에 항목<탭>빈도)에 견주어 두드러진 낱말 찾기"},
	msgFlagReportTop:     {"put only the N most frequent words on the page; 0 for all", "가장 잦은 낱말 N개만 싣기. 0이면 모두"},
	msgFlagKwicLimit:     {"open at most N lines for each number; 0 for all of a text up to 1 MiB, 30 of a larger one", "숫자마다 용례를 N개까지만 싣기. 0이면 1MiB까지의 글은 모두, 더 큰 글은 30개"},
	msgFlagNoText:        {"leave the sentences out, for texts that must not be passed on", "문장을 싣지 않기 (남에게 줄 수 없는 글)"},
	msgFlagVersion:       {"print the version", "버전을 보임"},
	msgFlagHelp:          {"show this help", "도움말을 보임"},

	msgColRank:         {"Rank", "순위"},
	msgAboutRank:       {"Place in the list", "목록에서의 순서"},
	msgColTerm:         {"Term", "항목"},
	msgAboutTerm:       {"What was counted", "센 항목"},
	msgColTag:          {"Tag", "품사"},
	msgAboutTag:        {"Part of speech, the most frequent one where there are several", "품사 태그. 여럿이면 가장 많이 나온 것"},
	msgColFreq:         {"Frequency", "빈도"},
	msgAboutFreq:       {"How often the term occurs", "나온 횟수"},
	msgColPerMillion:   {"Per million", "백만당 빈도"},
	msgAboutPerMillion: {"Frequency per million running terms that are counted", "센 항목 백만 개당 나온 횟수"},
	msgColDocFreq:      {"Documents", "문서 수"},
	msgAboutDocFreq:    {"Number of documents that hold the term", "이 항목이 나온 문서의 수"},
	msgColDoc:          {"Document", "문서"},
	msgAboutDoc:        {"File or other source of the text", "텍스트의 파일 또는 출처"},
	msgColSentence:     {"Sentence", "문장"},
	msgAboutSentence:   {"Number of the sentence in its document, from 1", "문서 안의 문장 번호(1부터)"},
	msgColEojeol:       {"Eojeol", "어절"},
	msgAboutEojeol:     {"Number of the eojeol in its document, from 1", "문서 안의 어절 번호(1부터)"},
	msgColForm:         {"Form", "형태"},
	msgAboutForm:       {"The morpheme", "형태소"},
	msgColLemma:        {"Lemma", "기본형"},
	msgAboutLemma:      {"Dictionary form", "사전에 오르는 꼴"},
	msgColStart:        {"Start", "시작"},
	msgAboutStart:      {"Where it begins, in bytes from the beginning of the text in UTF-8", "시작 위치(UTF-8 텍스트의 처음부터 센 바이트)"},
	msgColEnd:          {"End", "끝"},
	msgAboutEnd:        {"Where it ends, in bytes from the beginning of the text in UTF-8", "끝 위치(UTF-8 텍스트의 처음부터 센 바이트)"},
	msgColSource:       {"Source", "근거"},
	msgAboutSource:     {"Where the analysis comes from: lexicon, user, unknown", "분석의 근거: lexicon(사전), user(사용자 사전), unknown(추정)"},
	msgColLine:         {"Line", "줄"},
	msgAboutLine:       {"Number of the line in its document, from 1", "문서 안의 줄 번호(1부터)"},
	msgColRule:         {"Rule", "규칙"},
	msgAboutRule:       {"Rule of cleaning", "정제 규칙"},
	msgColOld:          {"Before", "전"},
	msgAboutOld:        {"What stood there", "원래 있던 것"},
	msgColNew:          {"After", "후"},
	msgAboutNew:        {"What stands there now", "바뀐 것"},
	msgColPosition:     {"Position", "위치"},
	msgAboutPosition:   {"Where the match begins, in bytes from the beginning of the text in UTF-8", "찾은 말의 시작 위치(UTF-8 텍스트의 처음부터 센 바이트)"},
	msgColLeft:         {"Left", "왼쪽 문맥"},
	msgAboutLeft:       {"Text to the left of the match", "찾은 말의 왼쪽 문맥"},
	msgColNode:         {"Match", "찾은 말"},
	msgAboutNode:       {"What the query matches", "검색식에 맞는 부분"},
	msgColRight:        {"Right", "오른쪽 문맥"},
	msgAboutRight:      {"Text to the right of the match", "찾은 말의 오른쪽 문맥"},
	msgDocuments:       {"documents", "문서"},
	msgSentences:       {"sentences", "문장"},
	msgEojeols:         {"eojeols", "어절"},
	msgTokens:          {"tokens", "토큰"},
	msgTypes:           {"types", "타입"},
	msgMorphemes:       {"morphemes", "형태소"},
	msgHits:            {"matches", "찾은 곳"},

	msgReportStdin:           {"standard input", "표준 입력"},
	msgReportTokens:          {"running words", "전체 낱말"},
	msgReportTypes:           {"different words", "서로 다른 낱말"},
	msgReportHapaxes:         {"words used once", "한 번만 쓴 낱말"},
	msgReportShortText:       {"words in the text: {n}; below {of} the value is not to be relied on", "낱말이 {n}개뿐입니다. {of}개 미만이면 믿기 어려운 값입니다"},
	msgReportSpreadDocuments: {"DP (deviation of proportions) is measured over the documents: 0 for a word spread as evenly as the text, towards 1 for one that stands in one document only.", "DP(비율 편차)는 문서를 단위로 쟀습니다. 글 전체에 고르게 나오면 0, 한 문서에만 몰려 나오면 1에 가깝습니다."},
	msgReportSpreadParts:     {"DP (deviation of proportions) is measured over ten equal parts of the text: 0 for a word spread as evenly as the text, towards 1 for one that stands in one place only.", "DP(비율 편차)는 글을 열 부분으로 똑같이 나누어 쟀습니다. 고르게 나오면 0, 한곳에만 몰려 나오면 1에 가깝습니다."},
	msgReportReference:       {"{name} ({n} words)", "{name} (낱말 {n}개)"},
	msgReportSejong:          {"the Sejong corpus, 9,327,403 content morphemes by the counts of KOMORAN: books, newspapers and magazines, mostly of the 1980s to the early 2000s", "세종 말뭉치. KOMORAN이 센 내용 형태소 9,327,403개로, 주로 1980년대부터 2000년대 초까지의 책, 신문, 잡지"},
	msgReportSejongRemark:    {"Words newer than the reference, and words of other kinds of text such as chat or reviews, stand out for that reason alone; --ref compares with texts of your own. The reference counts morphemes: 사용하다 counts as 사용, and 민주화 as 민주. It has no counts of words in Latin letters and in hanja, so these cannot be key words here; of the running words they are {n}.", "참조 자료보다 새로운 낱말, 또 대화나 후기처럼 종류가 다른 글의 낱말은 그것만으로도 두드러질 수 있습니다. 직접 고른 글과 견주려면 --ref를 쓰세요. 참조 자료는 형태소를 센 것이라 사용하다는 사용으로, 민주화는 민주로 셉니다. 로마자나 한자로 적은 낱말은 참조 자료에 빈도가 없어 핵심어에서 빠집니다. 이 글에는 그런 낱말이 {n}번 나옵니다."},
	msgReportAllLacked:       {"There are no key words on this page: all words are in Latin letters or in hanja, of which the built-in reference list has no counts. --ref or --ref-list names another reference.", "이 페이지에는 핵심어가 없습니다. 낱말이 모두 로마자나 한자로 적혀 있는데 내장 참조 목록에는 그런 낱말의 빈도가 없습니다. --ref나 --ref-list로 다른 참조 자료를 줄 수 있습니다."},
	msgReportNoKeys:          {"There are no key words on this page: the built-in reference list counts morphemes by their parts of speech, and what is counted here has none that it knows. --ref or --ref-list names another reference.", "이 페이지에는 핵심어가 없습니다. 내장 참조 목록은 품사가 있는 형태소를 센 것이어서 여기서 센 단위와 견줄 수 없습니다. --ref나 --ref-list로 다른 참조 자료를 줄 수 있습니다."},
	msgPageHomogeneity:       {"How far random halves of the documents of one side are from each other, by Kilgarriff's χ² per degree of freedom. Two sides differ where they are farther from each other than each is from itself.", "한쪽의 문서를 무작위로 반씩 나누어 견준 킬개리프 χ²(자유도로 나눔)의 평균입니다. 두 자료 사이의 값이 각 자료 안의 값보다 커야 서로 다르다고 할 수 있습니다."},
	msgPageNoHomogeneity:     {"How alike a side is to itself (homogeneity) can only be measured where it has several documents. Without that, the numbers say little by themselves: compare them with those of other pairs of texts.", "한 자료가 자기 안에서 얼마나 고른지(동질성)는 문서가 여럿이어야 잴 수 있습니다. 동질성을 모르면 이 수치만으로는 말할 수 있는 것이 적으니, 다른 두 글을 견준 값과 비교하세요."},
	msgUnitWord:              {"word", "낱말(word)"},
	msgUnitNoun:              {"noun", "명사(noun)"},
	msgUnitMorpheme:          {"morpheme", "형태소(morpheme)"},
	msgUnitEojeol:            {"eojeol", "어절(eojeol)"},
	msgUnitSyllable:          {"syllable", "음절(syllable)"},
	msgUnitGrapheme:          {"grapheme", "글자(grapheme)"},
	msgUnitJamo:              {"jamo", "자모(jamo)"},
	msgNotOnPages:            {"%s has no place on a page: it always shows the same measures, is sorted by a click on a column, and opens the lines of every word", "%s: 페이지에는 쓸 수 없습니다. 페이지는 늘 같은 측도를 보이고, 열 이름을 누르면 정렬되며, 낱말마다 용례를 펼칩니다"},
	msgOnlyOnPages:           {"%s is for pages, which are written into a file .html", "%s: .html 파일로 페이지를 쓸 때만 씁니다"},
	msgPageOfLists:           {"%s is a table: a frequency list has no lines that a page could show. \"kstat report --ref-list\" makes a page of texts against a list", "%s: 빈도 목록에는 페이지에 실을 용례가 없어 표로 씁니다. 글을 목록에 견준 페이지는 kstat report --ref-list로 만듭니다"},
	msgReportMethodKeys:      {"A key word stands at least twice in the text, and more often than the reference has it. The order is that of LRC, the log ratio that is certain at 95 % after Bonferroni's correction for as many tests as there are different words, {n} (0 where it is not certain that the word is key at all), then G². A key sentence holds at least two different key words of a G² from 10.83 (p < 0.001); the sum of their log ratios is divided by the root of the number of its words.", "핵심어는 글에 두 번 이상 나오고 참조 자료에서보다 자주 나오는 낱말입니다. 보수적 로그비(LRC)가 큰 것부터, 같으면 G²가 큰 것부터 놓았습니다. LRC는 낱말 {n}개에 대해 본페로니 보정을 한 95% 신뢰 수준에서 확실한 로그비이며, 핵심어인지 확실하지 않으면 0입니다. 핵심 문장은 G²가 10.83 이상인(p < 0.001) 핵심어를 둘 이상 담은 문장으로, 그 로그비의 합을 문장 낱말 수의 제곱근으로 나누어 견줍니다."},
	msgPageMethodCompare:     {"All different words of both sides are tested together; {n} of them, the most frequent of both sides, are on this page. The order is that of LRC, the log ratio that is certain after correction for all words tested (0 where it is not certain that the word is key at all), then G². Where the tables mark a word, it would not be key without one of the documents.", "양쪽의 서로 다른 낱말을 모두 함께 검정하고, 그 가운데 가장 잦은 {n}개를 이 페이지에 실었습니다. 검정한 낱말 수에 맞추어 보정한 뒤에도 확실한 로그비(LRC)가 큰 것부터, 같으면 G²가 큰 것부터 놓았습니다. LRC가 0이면 핵심어인지 확실하지 않은 낱말입니다. 표에 표시가 붙은 낱말은 문서 하나를 빼면 핵심어가 아니게 됩니다."},
	msgReportHeaps:           {"Heaps's law, fitted to the growth curve averaged over all orders of the words.", "히프스 법칙. 낱말의 모든 순서에 걸쳐 평균한 증가 곡선에 맞추었습니다."},
	msgReportZipf:            {"The Zipf–Mandelbrot law, fitted by maximum likelihood. A point opens its word.", "지프–망델브로 법칙. 최대 우도법으로 맞추었습니다. 점을 누르면 그 낱말이 열립니다."},
	msgReportMethodAnalysis:  {"The text was decoded, cleaned (the rules and how often each applied are listed above), split into sentences and analysed into morphemes by kstat's own analyser. The analyser makes mistakes; the lines show what was taken for a word.", "글을 디코딩하고 정제한 뒤(규칙과 적용 횟수는 위에 있음) 문장으로 나누고 kstat의 형태소 분석기로 분석했습니다. 분석기도 틀릴 때가 있으니, 무엇을 낱말로 보았는지 용례에서 확인할 수 있습니다."},
	msgReportMethodTagged:    {"The text was given already cut into tokens, and is counted as it stands.", "이미 토큰으로 나뉜 글을 받아 그대로 세었습니다."},
	msgReportMethodUnit:      {"The unit of counting is \"{unit}\". This page lists {n} of {all} different ones, the most frequent first, those of the same frequency in dictionary order. No stop word was left out unless the options name a list.", "세는 단위: {unit}. 서로 다른 항목 {all}개 가운데 {n}개를 빈도순으로 싣고, 빈도가 같으면 사전 순서로 놓았습니다. 설정에 불용어 목록이 없으면 뺀 낱말도 없습니다."},
	msgReportMethodGrams:     {"N-grams are two or three of the listed words that follow each other in one sentence; a word that is not counted parts its neighbours. Those that occur at least twice are listed, at most 100 of each length.", "n-그램은 한 문장에서 잇달아 나오는 둘 또는 셋의 낱말입니다. 세지 않는 낱말이 끼면 이웃으로 보지 않습니다. 두 번 이상 나온 것을 길이마다 100개까지 실었습니다."},
	msgReportMethodPairs:     {"Pairs are looked for among the {n} most frequent words. The unit is the sentence, of which there are {sentences} (one of more than 1,500 bytes counts as several); a sentence counts once, however often it holds a word. Those that stand together at least twice, and more often than independence has it, are listed by G², at most {most}.", "낱말 쌍은 가장 잦은 낱말 {n}개 안에서 찾습니다. 단위는 문장이며 모두 {sentences}개입니다(1,500바이트가 넘는 문장은 여럿으로 셉니다). 한 문장에 여러 번 나와도 한 번으로 셉니다. 두 문장 이상에 함께 나오고 독립일 때보다 자주 함께 나온 쌍을 G²가 큰 것부터 {most}개까지 실었습니다."},
	msgReportMethodLines:     {"All lines of every number are on the page, and with them the whole text.", "모든 숫자의 용례가 빠짐없이 실려 있으며, 따라서 글 전체가 들어 있습니다."},
	msgReportMethodSample:    {"A number opens at most {n} lines. Where it stands for more, these are evenly spaced through the text; there is no chance in the choice.", "숫자마다 용례를 {n}개까지 싣습니다. 그보다 많으면 글 전체에서 고른 간격으로 뽑으며, 무작위로 고르지 않습니다."},
	msgReportMethodNoText:    {"The sentences were left out of the page as asked.", "요청에 따라 문장은 싣지 않았습니다."},

	msgUnknownCommand:   {"there is no command %q", "%q: 없는 명령입니다"},
	msgLaterCommand:     {"this version has no command %q", "%q: 이 버전에는 없는 명령입니다"},
	msgSeeCommands:      {"\"kstat help\" lists the commands", "명령 목록: kstat help"},
	msgSeeHelp:          {"\"kstat help %s\" lists the flags", "옵션 목록: kstat help %s"},
	msgNearest:          {"did you mean %s?", "혹시 %s?"},
	msgNearestCommand:   {"did you mean \"kstat %s\"?", "혹시 \"kstat %s\"?"},
	msgUnknownFlag:      {"there is no flag %s", "%s: 없는 옵션입니다"},
	msgLaterFlag:        {"this version does not have %s", "%s: 이 버전에는 없는 옵션입니다"},
	msgLaterChoice:      {"this version does not have %s", "%s: 이 버전에는 없는 값입니다"},
	msgFlagElsewhere:    {"%[1]s has no flag %[2]s; it belongs to: %[3]s", "%[2]s: %[1]s 명령에는 없는 옵션입니다. 쓸 수 있는 명령: %[3]s"},
	msgFlagNeedsValue:   {"%s needs a value", "%s: 값이 필요합니다"},
	msgNotANumber:       {"%s %q: not a whole number of %d or more", "%s %q: %d 이상의 정수여야 합니다"},
	msgNoFileName:       {"%s: the file has no name", "%s: 파일 이름이 비어 있습니다"},
	msgBadValue:         {"%s %q: not a value that it can have", "%s %q: 쓸 수 없는 값입니다"},
	msgBadSyntax:        {"%s: not a flag that can be read", "%s: 옵션을 읽을 수 없습니다"},
	msgBadChoice:        {"%s %q: must be one of %s", "%s %q: 다음 가운데 하나여야 합니다: %s"},
	msgTooFewArgs:       {"%s needs more arguments", "%s: 인수가 모자랍니다"},
	msgTooManyArgs:      {"%s: one argument too many: %q", "%s: 인수가 너무 많습니다: %q"},
	msgExclusive:        {"%s and %s exclude each other", "%s, %s: 함께 쓸 수 없습니다"},
	msgNoTags:           {"%s has no meaning with %s, whose tokens have no tags", "%s: %s 입력에는 품사가 없어 쓸 수 없습니다"},
	msgUsePretagged:     {"--pretagged reads form/TAG", "\"형태/태그\" 입력은 --pretagged로 읽습니다"},
	msgPosNotInUnit:     {"--pos %s: the unit %s never has this part of speech", "--pos %s: 단위 %s에는 이 품사가 없습니다"},
	msgPosInUnit:        {"--unit %s has it", "--unit %s에는 있습니다"},
	msgUnitNoTags:       {"%s has no meaning with --unit %s, which has no parts of speech", "%s: --unit %s 단위에는 품사가 없어 쓸 수 없습니다"},
	msgUnknownTag:       {"--pos %q: no such tag", "--pos %q: 없는 태그입니다"},
	msgSeeTags:          {"tags are NNG, NNP, VV, VA, MAG …, and content, noun, predicate, all", "태그는 NNG, NNP, VV, VA, MAG 등과 content, noun, predicate, all입니다"},
	msgStemUnit:         {"--stem has no meaning with --unit %s; it stems the Latin words of word and noun", "--stem: --unit %s 단위에는 쓸 수 없습니다. word와 noun의 로마자 낱말에 씁니다"},
	msgUnknownEncoding:  {"--encoding %q: no such encoding", "--encoding %q: 모르는 인코딩입니다"},
	msgGiveEncoding:     {"encodings are %s", "쓸 수 있는 인코딩: %s"},
	msgUnknownEnding:    {"%s: no format has this ending", "%s: 이 확장자에 맞는 형식이 없습니다"},
	msgGiveFormat:       {"name one with --format: %s", "--format으로 지정하세요: %s"},
	msgBinary:           {"%s is not for a terminal", "%s: 화면에 출력할 수 없는 형식입니다"},
	msgPageEnding:       {"%s: a report is a web page", "%s: 보고서는 웹 페이지(html)로만 쓸 수 있습니다"},
	msgGiveOutput:       {"write it into a file: -o result%s", "파일에 쓰세요: -o result%s"},
	msgFormatNeedsLog:   {"--format is for the table that --log prints", "--format은 --log로 출력하는 표의 형식입니다"},
	msgJoinLine:         {"--join cannot hold a line end", "--join: 줄바꿈은 쓸 수 없습니다"},
	msgMousetrap:        {"kstat runs in a terminal: open cmd or PowerShell and type kstat help", "kstat은 터미널에서 실행하는 프로그램입니다. 명령 프롬프트나 PowerShell을 열고 kstat help를 입력하세요"},
	msgReadingStdin:     {"reading standard input; Ctrl-D ends it", "표준 입력을 읽는 중입니다. Ctrl-D를 누르면 끝납니다"},
	msgUnknownShell:     {"no completion for %q; there are %s", "%q: 자동 완성을 지원하지 않는 셸입니다. 지원하는 셸: %s"},
	msgQuery:            {"query: %s\nkstat:   %s\nkstat:   %s", "검색식: %s\nkstat:   %s\nkstat:   %s"},
	msgQueryEmpty:       {"there is nothing to look for", "찾을 것이 없습니다"},
	msgQueryBracket:     {"this [ has no ]", "여기에서 연 [에 닫는 ]가 없습니다"},
	msgQueryGroup:       {"this ( has no )", "여기에서 연 (에 닫는 )가 없습니다"},
	msgQueryQuote:       {"this quotation mark has no second", "여기에서 연 따옴표가 닫히지 않았습니다"},
	msgQueryRepeatOpen:  {"this { has no }", "여기에서 연 {에 닫는 }가 없습니다"},
	msgQueryUnexpected:  {"{sign} cannot stand here", "{sign}: 이 자리에 올 수 없습니다"},
	msgQueryNoAttribute: {"form, lemma or tag is missing here", "form, lemma, tag 가운데 하나가 있어야 합니다"},
	msgQueryAttribute:   {"{name} is not an attribute; there are form, lemma, tag", "{name}: 없는 속성입니다. form, lemma, tag를 쓸 수 있습니다"},
	msgQueryNoOperator:  {"= or != is missing here", "= 또는 !=가 있어야 합니다"},
	msgQueryNoValue:     {"a value is missing here", "값이 있어야 합니다"},
	msgQueryExpression:  {"not a regular expression: {reason}", "정규 표현식이 아닙니다: {reason}"},
	msgQueryTag:         {"there is no tag {name}", "{name}: 없는 태그입니다"},
	msgQueryRepeat:      {"{repeat} is not a number of repetitions", "{repeat}: 반복 횟수가 아닙니다"},
	msgQueryNothing:     {"there is nothing before {sign} that it could repeat", "{sign}: 앞에 반복할 것이 없습니다"},
	msgQueryTooLong:     {"the query is too long once its repetitions are written out (at most {most})", "반복을 펼친 검색식이 너무 깁니다(최대 {most})"},
	msgExprClass:        {"a class of characters that cannot be", "문자 집합이 올바르지 않습니다"},
	msgExprRange:        {"a range of characters whose end comes before its beginning", "문자 범위의 앞뒤가 바뀌었습니다"},
	msgExprEscape:       {"a \\ before a character that has no such meaning", "\\ 뒤에 올 수 없는 글자입니다"},
	msgExprName:         {"a name of a group that cannot be", "묶음의 이름이 올바르지 않습니다"},
	msgExprGroup:        {"a ( followed by what cannot stand there", "(? 뒤에 올 수 없는 것이 있습니다"},
	msgExprTwoRepeats:   {"two signs of repetition, one behind the other", "반복 기호가 겹쳐 있습니다"},
	msgExprRepeatSize:   {"a number of repetitions that cannot be", "반복 횟수가 올바르지 않습니다"},
	msgExprUTF8:         {"no valid UTF-8", "올바른 UTF-8이 아닙니다"},
	msgExprBracket:      {"a [ without its ]", "[에 닫는 ]가 없습니다"},
	msgExprOpen:         {"a ( without its )", "(에 닫는 )가 없습니다"},
	msgExprNothing:      {"a sign of repetition with nothing before it", "반복 기호 앞에 반복할 것이 없습니다"},
	msgExprBackslash:    {"a \\ at the end", "\\로 끝났습니다"},
	msgExprClose:        {"a ) without its (", ")에 여는 (가 없습니다"},
	msgExprDepth:        {"nested too deeply", "너무 깊이 겹쳐 있습니다"},
	msgExprLarge:        {"too large", "너무 깁니다"},
	msgCannotWrite:      {"%s: not written: %s", "%s: 쓰지 못했습니다: %s"},
	msgInternal:         {"a fault in kstat itself: %v", "kstat 내부 오류: %v"},
	msgInternalHint:     {"please report it, with the command and the text that caused it", "오류를 일으킨 명령과 텍스트를 함께 알려 주세요"},
	msgWarning:          {"warning: %s", "경고: %s"},
	msgManifestStdout:   {"the record of a run cannot go to standard output, where the result goes", "실행 기록은 결과가 나가는 표준 출력에 쓸 수 없습니다"},
	msgManifestHint:     {"give a file: --manifest run.json", "파일 이름을 지정하세요: --manifest run.json"},
	msgOutputIsOutput:   {"%q cannot hold both what %s and what %s write", "%q: %s, %s의 결과를 한 파일에 쓸 수 없습니다"},
	msgOutputIsInput:    {"%q is one of the inputs, and was not written over", "%q: 입력 파일이므로 덮어쓰지 않았습니다"},
	msgStdoutIsInput:    {"standard output goes into %q, which is one of the inputs: lead it elsewhere", "표준 출력이 입력 파일인 %q에 쓰이게 되어 있습니다. 다른 곳으로 내보내세요"},
	msgOutputHint:       {"give another file: %s FILE", "다른 파일을 지정하세요: %s FILE"},
	msgManifestCut:      {"%q was not written, because the output was not read to its end", "%q: 결과를 끝까지 읽지 않아 실행 기록을 쓰지 않았습니다"},
	msgAtLine:           {"%s:%d: %s", "%s:%d: %s"},
	msgFaultNoTag:       {"%q has no /TAG", "%q: /태그가 없습니다"},
	msgFaultNoSuchTag:   {"%q has a tag that does not exist", "%q: 없는 태그입니다"},
	msgFaultNoForm:      {"%q has nothing before its tag", "%q: 태그 앞에 형태가 없습니다"},
	msgNotExist:         {"no such file or folder", "파일이나 폴더가 없습니다"},
	msgNoFolder:         {"no such folder", "그런 폴더가 없습니다"},
	msgPermission:       {"no permission", "권한이 없습니다"},
	msgDiskFull:         {"the disk is full", "디스크에 빈 공간이 없습니다"},
	msgIsDirectory:      {"it is a folder", "폴더입니다"},
	msgNotDirectory:     {"part of the path is not a folder", "경로의 일부가 폴더가 아닙니다"},
	msgReadOnly:         {"the disk can only be read", "읽기 전용 디스크입니다"},
	msgTooLarge:         {"the file is too large", "파일이 너무 큽니다"},
	msgDeviceFault:      {"a fault of the disk or device", "디스크나 장치의 오류입니다"},
	msgCutOff:           {"cut off before its end", "끝까지 있지 않고 잘려 있습니다"},

	msgArgsCompare:  {"[FLAGS] A B", "[옵션] A B"},
	msgCompareShort: {"What sets two corpora apart, word by word", "두 말뭉치를 가르는 낱말(핵심어)"},
	msgCompareLong: {
		"Compares two corpora, each a file, a folder or - for standard input, and lists the words that are more frequent\nin one of them.\n\nThe words come by the size of the difference that is certain (LRC: how many doublings at the least, with the error\nlevel divided by the number of words compared), then by the evidence (G²). key_in says where a word is more frequent.\np is corrected for the number of words compared, which stands below the table as \"family\".",
		"두 말뭉치(파일, 폴더, 표준 입력은 -)를 견주어 한쪽에 더 자주 나오는 낱말을 보여 줍니다.\n\n확실한 차이가 큰 낱말(LRC: 적어도 몇 배인지를 2의 거듭제곱으로 나타낸 값, 오류 수준은 비교한 낱말 수로 나눔)부터,\n같으면 증거가 강한 낱말(G²)부터 적습니다. key_in은 어느 쪽에 더 잦은지를 나타냅니다. p는 비교한 낱말의 수에 맞추어\n보정하며, 그 수는 표 아래에 \"비교한 항목\"으로 적습니다.",
	},
	msgCompareExample: {
		"$ kstat compare essay.txt novel.txt\n$ kstat compare articles/ novel.txt --measures all --top 50 -o keywords.xlsx\n$ kstat compare essay.txt --ref-list general.tsv --as antconc",
		"$ kstat compare essay.txt novel.txt\n$ kstat compare articles/ novel.txt --measures all --top 50 -o keywords.xlsx\n$ kstat compare essay.txt --ref-list general.tsv --as antconc",
	},
	msgCompareTitle:           {"Keywords", "핵심어"},
	msgGroupCompare:           {"Comparison:", "비교:"},
	msgMeasures:               {"Measures (NAME or NAME:VARIANT):", "측도(이름 또는 이름:변형):"},
	msgFlagKeyMeasures:        {"measures to compute, or all (but permutation_p, which is slow)", "계산할 측도. all은 오래 걸리는 permutation_p를 뺀 전부"},
	msgFlagAs:                 {"compute as another program does: its measures, formulas and threshold", "다른 프로그램의 측도, 공식, 기준값으로 계산"},
	msgFlagCorrect:            {"how p is corrected for many tests; without it bh, or that of --as", "다중 비교 보정 방법. 지정하지 않으면 bh, --as가 있으면 그 프로그램의 방법"},
	msgFlagAlpha:              {"error level of intervals, LRC and warnings", "신뢰구간, LRC, 경고에 쓸 오류 수준"},
	msgFlagMaxP:               {"list only words whose corrected p is below P", "보정한 p가 P보다 작은 것만 보임"},
	msgFlagSortBy:             {"order of the rows: a measure, term, freq_a, freq_b; without it |lrc|, then g2", "행의 순서: 측도 이름, term, freq_a, freq_b. 지정하지 않으면 |lrc|, 다음은 g2"},
	msgFlagK:                  {"k of simple_maths, in occurrences per million; 0 is 1", "simple_maths의 k(백만당 빈도). 0이면 1"},
	msgFlagSeed:               {"start of the random numbers", "난수의 시작값"},
	msgFlagRefList:            {"compare with a frequency list, term<tab>freq a line, in place of B", "B 대신 빈도 목록(한 줄에 항목<탭>빈도)과 비교"},
	msgFlagFreqList:           {"A and B are frequency lists, term<tab>freq a line", "A와 B가 빈도 목록임(한 줄에 항목<탭>빈도)"},
	msgColFreqA:               {"Freq. A", "빈도 A"},
	msgAboutFreqA:             {"How often the term occurs in A", "A에 나온 횟수"},
	msgColFreqB:               {"Freq. B", "빈도 B"},
	msgAboutFreqB:             {"How often the term occurs in B", "B에 나온 횟수"},
	msgColPerMillionA:         {"Per million A", "백만당 A"},
	msgColPerMillionB:         {"Per million B", "백만당 B"},
	msgColDocFreqA:            {"Docs A", "문서 A"},
	msgColDocFreqB:            {"Docs B", "문서 B"},
	msgColDPA:                 {"DP A", "DP A"},
	msgColDPB:                 {"DP B", "DP B"},
	msgAboutDP:                {"Deviation of proportions over the documents of that side: 0 spread evenly, 1 all in one small document", "그 쪽 문서들에 퍼진 정도(비율 편차): 0은 고르게, 1은 작은 문서 하나에 몰림"},
	msgColKeyIn:               {"Key in", "핵심어 쪽"},
	msgAboutKeyIn:             {"Where the term is relatively more frequent: a or b", "상대적으로 더 자주 나온 쪽: a 또는 b"},
	msgColAdjustedP:           {"adjusted p", "보정한 p"},
	msgAboutAdjustedP:         {"p corrected for the number of terms compared", "비교한 항목의 수에 맞추어 보정한 유의확률"},
	msgLowEnd:                 {" from", " 하한"},
	msgAboutLowEnd:            {"Lower end of the confidence interval", "신뢰구간의 아래 끝"},
	msgHighEnd:                {" to", " 상한"},
	msgAboutHighEnd:           {"Upper end of the confidence interval", "신뢰구간의 위 끝"},
	msgAboutLog10:             {"Decimal logarithm of the probability, for those too small to be written", "확률의 상용로그. 너무 작아 적을 수 없는 확률을 위함"},
	msgFamily:                 {"family", "비교한 항목"},
	msgCorrection:             {"correction", "보정"},
	msgAlpha:                  {"alpha", "유의수준"},
	msgAs:                     {"as", "따른 프로그램"},
	msgSimilarity:             {"Similarity of A and B", "A와 B의 유사도"},
	msgHomogeneityA:           {"χ² per degree of freedom between random halves of A", "A를 무작위로 나눈 반쪽 사이의 자유도당 χ²"},
	msgHomogeneityB:           {"χ² per degree of freedom between random halves of B", "B를 무작위로 나눈 반쪽 사이의 자유도당 χ²"},
	msgHomogeneitySDA:         {"its standard deviation over the halvings of A", "A의 반쪽들에서 그 표준편차"},
	msgHomogeneitySDB:         {"its standard deviation over the halvings of B", "B의 반쪽들에서 그 표준편차"},
	msgDoubtLowExpected:       {"an expected count is below 5: the χ² approximation behind this value is poor; Fisher's exact test has no such trouble", "기대 빈도가 5보다 작아 이 값의 바탕인 χ² 근사가 거칩니다. 피셔의 정확 검정은 괜찮습니다"},
	msgDoubtHapax:             {"seen once or twice only: the size of the effect says next to nothing", "한두 번만 나와 효과 크기가 거의 아무것도 말해 주지 않습니다"},
	msgDoubtZeroCell:          {"a count is 0: the value is infinite or rests on a correction for zero", "빈도 0인 칸이 있어 값이 무한대이거나 0에 대한 보정에 기댑니다"},
	msgDoubtSignTurned:        {"the ½ put in for a count of 0 turns the sign of the log ratio; read LRC instead", "빈도 0 대신 넣은 ½ 때문에 로그비의 부호가 뒤집혔습니다. LRC를 보세요"},
	msgDoubtNotATable:         {"the margins are too large for the corpus: there is no 2×2 table, and no value; --expected pairs always has one", "주변합이 말뭉치에 비해 커서 2×2 표가 성립하지 않으므로 값이 없습니다. --expected pairs에서는 늘 성립합니다"},
	msgDoubtRaisedMargin:      {"windows overlap, so that O11 of some pairs is above f1 or f2, which no 2×2 table can hold: their margins were raised to O11; --expected pairs needs no such raising", "창이 겹쳐 O11이 f1이나 f2보다 큰 쌍이 있습니다. 그대로는 2×2 표가 성립하지 않으므로 그런 쌍은 주변합을 O11까지 올려 계산했습니다. --expected pairs에서는 올릴 필요가 없습니다"},
	msgDoubtOneDocument:       {"because of one document: without the document that has it most often it would not stand out", "한 문서 때문입니다. 가장 자주 나온 문서를 빼면 두드러지지 않습니다"},
	msgDoubtFewDocuments:      {"few documents on a side: a test over documents has little to go by", "한쪽의 문서가 적어 문서 단위 검정의 근거가 약합니다"},
	msgDoubtShortText:         {"the text is shorter than the measure needs", "텍스트가 이 측도에 필요한 길이보다 짧습니다"},
	msgDoubtTies:              {"values are tied: the normal approximation was used in place of the exact distribution", "같은 값이 있어 정확 분포 대신 정규 근사를 썼습니다"},
	msgDoubtUnequalParts:      {"the measure takes the parts for equally large, which they are not", "부분들의 크기가 같다고 보는 측도인데 실제로는 다릅니다"},
	msgDoubtOverCorrected:     {"Yates's correction is larger than the difference itself, so that the value is too large", "예이츠 보정이 차이 자체보다 커서 값이 너무 큽니다"},
	msgDoubtNotConverged:      {"the fit did not settle", "적합이 수렴하지 않았습니다"},
	msgDoubtFewTypes:          {"fewer than ten types: too few to tell the parameters of a law from", "타입이 10개가 안 되어 법칙의 모수를 정하기에 너무 적습니다"},
	msgDoubtBeyondExponential: {"there is no fit: the frequencies fall with rank as fast as an exponential or faster, so that b would grow without bound; closed sets of units (jamo, letters) do so", "맞춘 값이 없습니다. 순위에 따른 빈도가 지수 함수만큼 또는 그보다 빨리 떨어져 b가 한없이 커집니다. 자모나 글자처럼 가짓수가 정해진 단위에서 흔합니다"},
	msgDoubtNearExponential:   {"an exponential describes the frequencies nearly as well: b has no certain upper bound, and a grows with it", "지수 함수로도 거의 그만큼 잘 설명되어 b의 상한이 확실하지 않고, a도 b를 따라 커집니다"},
	msgDoubtFirstApart:        {"there is no fit: the most frequent word stands apart from the others, which are about level, so that b would be −1", "맞춘 값이 없습니다. 가장 잦은 낱말만 동떨어지고 나머지는 빈도가 고만고만하여 b가 −1에 이릅니다"},
	msgSameCorpus:             {"%s and %s hold the same words equally often: nothing can stand out", "%s, %s: 두 쪽의 낱말과 빈도가 같아 두드러지는 것이 없습니다"},
	msgTestsOfList:            {"%s: a frequency list has no documents: tests over documents were left out", "%s: 빈도 목록에는 문서가 없어 문서 단위 검정을 하지 않았습니다"},
	msgTestsOfOne:             {"%s: documents with words: %d; tests over documents need two on each side and were left out", "%s: 낱말이 있는 문서 %d개. 문서 단위 검정은 양쪽에 둘 이상 있어야 하므로 하지 않았습니다"},
	msgConstantDelta:          {"over two documents the Deltas are the same whatever the texts: they need more documents", "문서가 둘뿐이면 델타는 어떤 텍스트든 같은 값이 됩니다. 문서가 더 있어야 합니다"},
	msgTestsHint:              {"name a folder with a file for each document", "문서마다 파일이 하나씩 있는 폴더를 지정하세요"},
	msgNothingToCompare:       {"%s: no words to compare", "%s: 비교할 낱말이 없습니다"},
	msgNothingToCompareHint:   {"look at the file, and at --unit, --pos and --stopwords, which may leave out all it has", "파일을 확인하고, --unit, --pos, --stopwords가 모두 빼 버리지 않았는지 보세요"},
	msgCompareOne:             {"compare: %s: there is nothing to compare it with", "compare: %s: 견줄 대상이 없습니다"},
	msgCompareOneHint:         {"name a second file or folder, or a frequency list with --ref-list", "두 번째 파일이나 폴더를 적거나 --ref-list로 빈도 목록을 지정하세요"},
	msgCompareMany:            {"compare takes two corpora, not %d", "compare: 말뭉치는 둘이어야 합니다: %d"},
	msgCompareManyHint:        {"put the files of each side into a folder and name the two folders", "양쪽의 파일을 폴더 둘에 나누어 넣고 폴더를 지정하세요"},
	msgPresetLacks:            {"--as %s: the program has no measures for %s", "--as %s: 이 프로그램에는 %s 명령의 측도가 없습니다"},
	msgUnknownMeasure:         {"--measures %q: no such measure; there are %s", "--measures %q: 없는 측도입니다. 쓸 수 있는 측도: %s"},
	msgUnknownVariant:         {"--measures %s:%s: no such variant; there are %s", "--measures %s:%s: 없는 변형입니다. 쓸 수 있는 변형: %s"},
	msgNearestVariant:         {"did you mean %s?", "혹시 %s?"},
	msgNotAShare:              {"%s %q: must be above 0 and below 1", "%s %q: 0보다 크고 1보다 작아야 합니다"},
	msgListNoFrequency:        {"%q: no frequency behind a tab; a line is term<tab>freq; left out", "%q: 탭 뒤에 빈도가 없어 뺐습니다. 한 줄은 항목<탭>빈도입니다"},
	msgListNoTerm:             {"%q: nothing stands before the frequency; left out", "%q: 빈도 앞에 항목이 없어 뺐습니다"},
	msgListNotNumber:          {"%q is not a number; left out", "%q: 수가 아니어서 뺐습니다"},
	msgListNegative:           {"%q: a frequency cannot be negative; left out", "%q: 빈도는 음수일 수 없어 뺐습니다"},
	msgListFractional:         {"%q is not a whole number; give counts, not counts per million; left out", "%q: 정수가 아니어서 뺐습니다. 백만당 빈도가 아니라 횟수를 적으세요"},
	msgListTooLarge:           {"%q is above 10^12; left out", "%q: 10^12보다 커서 뺐습니다"},
	msgListTwice:              {"%q is listed already in line %d; left out", "%q: %d번째 줄에 이미 있어 뺐습니다"},
	msgListCommas:             {"%q: commas part the columns; a frequency list has tabs, as --format tsv prints them. The file is left out", "%q: 열이 쉼표로 나뉘어 있습니다. 빈도 목록은 --format tsv로 낸 것처럼 탭으로 나누어야 합니다. 이 파일은 뺐습니다"},
	msgListHeader:             {"%q: the header names no columns term and freq; the file is left out", "%q: 머리글에 term과 freq 열이 없어 이 파일을 뺐습니다"},

	msgArgsWord:          {"[FLAGS] WORD [FILE…]", "[옵션] 낱말 [파일…]"},
	msgCollocationsShort: {"Pairs of words that stand together more often than by chance", "우연보다 자주 함께 나오는 낱말 쌍(연어)"},
	msgCollocationsLong: {
		"Counts all pairs of words that stand within a window of N words of each other, or within the same sentence,\nparagraph or document, and says how strongly they attract each other.\n\nA word that is not counted still takes its place in the window, and no window reaches over the end of a sentence\n(of a paragraph or document with --within). With --within alone, o11 is the number of sentences (paragraphs,\ndocuments) that hold both words, and f1, f2 and N are such numbers too.\n\nWindows overlap, so that o11 may exceed f1 or f2. That margin of the 2×2 table is then raised to o11 and a note says so;\n--expected pairs needs no such raising.",
		"낱말 N개의 창 안에, 또는 같은 문장, 문단, 문서 안에 함께 나오는 낱말 쌍을 모두 세고 서로 끌어당기는 정도를\n나타냅니다.\n\n세지 않는 낱말도 창에서는 자리를 차지하며, 창은 문장 끝(--within을 쓰면 문단이나 문서의 끝)을 넘지 않습니다.\n--window 없이 --within만 쓰면 o11은 두 낱말이 함께 든 문장(문단, 문서)의 수이고 f1, f2, N도 그런 수입니다.\n\n창은 서로 겹치므로 o11이 f1이나 f2보다 클 수 있습니다. 그럴 때는 2×2 표의 그 주변합을 o11까지 올리고 주석으로\n알립니다. --expected pairs에서는 올릴 필요가 없습니다.",
	},
	msgCollocationsExample: {
		"$ kstat collocations --window 2 --ordered essay.txt\n$ kstat collocations --within sentence --measures all -o pairs.xlsx articles/\n$ kstat collocations --as ucs --min-freq 1 essay.txt",
		"$ kstat collocations --window 2 --ordered essay.txt\n$ kstat collocations --within sentence --measures all -o pairs.xlsx articles/\n$ kstat collocations --as ucs --min-freq 1 essay.txt",
	},
	msgCollocationsTitle: {"Collocations", "연어"},
	msgCollocatesShort:   {"Words around one word, and where they stand", "한 낱말의 앞뒤에 자주 나오는 낱말(공기어)"},
	msgCollocatesLong: {
		"Lists the words within a window around a word, with how often they stand before and behind it, at each distance\n(l1 is directly before it, r1 directly behind), and how strongly they are attracted.\n\nThe word is given in its dictionary form, as the unit of counting writes it: 걷다, or 걷/VV with --unit morpheme.",
		"한 낱말의 앞뒤 창 안에 나오는 낱말을 앞과 뒤, 거리별 횟수(l1은 바로 앞, r1은 바로 뒤)와 끌리는 정도까지\n보여 줍니다.\n\n낱말은 세는 단위가 적는 꼴로 씁니다: 걷다, --unit morpheme이면 걷/VV.",
	},
	msgCollocatesExample: {
		"$ kstat collocates 학교 essay.txt\n$ kstat collocates --window 3 --unit morpheme 문제/NNG articles/\n$ kstat collocates --within paragraph --measures logdice,t 문제 articles/",
		"$ kstat collocates 학교 essay.txt\n$ kstat collocates --window 3 --unit morpheme 문제/NNG articles/\n$ kstat collocates --within paragraph --measures logdice,t 문제 articles/",
	},
	msgCollocatesTitle:  {"Collocates", "공기어"},
	msgGroupPairs:       {"Pairs:", "쌍:"},
	msgFlagWindow:       {"words at a distance of at most N are a pair; without it and --within 5", "거리가 N 이하인 낱말을 쌍으로 셈. --within도 없으면 5"},
	msgFlagWithin:       {"pairs do not reach over its end; without --window all that it holds are pairs", "쌍이 넘지 않는 범위. --window가 없으면 그 안의 모든 낱말이 쌍"},
	msgFlagOrdered:      {"w1 stands before w2", "w1이 w2보다 앞에 나온 것만 셈"},
	msgFlagExpected:     {"expected frequency: plain f1·f2/N, span f1·S·f2/N, pairs the same with N·S pairs of places (S places of the window)", "기대 빈도: plain은 f1·f2/N, span은 f1·S·f2/N, pairs는 자리 쌍 N·S개를 전체로 본 같은 값(S는 창의 자리 수)"},
	msgFlagPairMeasures: {"measures to compute, or all", "계산할 측도 또는 all"},
	msgFlagPairSort:     {"order of the rows: a measure, o11, term; without it the first measure", "행의 순서: 측도 이름, o11, term. 지정하지 않으면 첫 측도"},
	msgColW1:            {"Word 1", "낱말 1"},
	msgAboutW1:          {"First word of the pair: the earlier one with --ordered, else the one that is earlier more often", "쌍의 첫 낱말. --ordered면 앞에 나온 것, 아니면 앞에 나온 적이 더 많은 것"},
	msgColW2:            {"Word 2", "낱말 2"},
	msgAboutW2:          {"Second word of the pair", "쌍의 둘째 낱말"},
	msgColO11:           {"Together", "함께"},
	msgAboutO11:         {"O11: how often the two occur together", "O11: 함께 나온 횟수"},
	msgAboutF1:          {"How often the first word, or the node, occurs", "첫 낱말 또는 중심 낱말의 횟수"},
	msgAboutF2:          {"How often the second word, or the collocate, occurs", "둘째 낱말 또는 공기어의 횟수"},
	msgAboutN:           {"How much there is: running words, or sentences, paragraphs, documents", "전체의 크기: 낱말 수 또는 문장, 문단, 문서의 수"},
	msgColE11:           {"Expected", "기대 빈도"},
	msgAboutE11:         {"E11: how often they would occur together by chance", "E11: 우연이라면 함께 나올 횟수"},
	msgColLeftCount:     {"Before", "앞"},
	msgAboutLeftCount:   {"How often it stands before the node", "중심 낱말 앞에 나온 횟수"},
	msgColRightCount:    {"Behind", "뒤"},
	msgAboutRightCount:  {"How often it stands behind the node", "중심 낱말 뒤에 나온 횟수"},
	msgAboutPlaceLeft:   {"How often it stands %d places before the node", "중심 낱말의 %d자리 앞에 나온 횟수"},
	msgAboutPlaceRight:  {"How often it stands %d places behind the node", "중심 낱말의 %d자리 뒤에 나온 횟수"},
	msgAboutCollocate:   {"Word that stands near the node", "중심 낱말 가까이에 나온 낱말"},
	msgWindow:           {"window", "창"},
	msgWithin:           {"within", "범위"},
	msgOrdered:          {"ordered", "순서 구별"},
	msgExpected:         {"expected frequency", "기대 빈도"},
	msgFamilyPairs:      {"family", "비교한 쌍"},
	msgNode:             {"node", "중심 낱말"},
	msgNodeFreq:         {"its frequency", "중심 낱말 빈도"},
	msgExpectedPlain:    {"the expected frequency is f1·f2/N, as most programs have it, and takes no account of the %d places of the window: scores are too high by as much; --expected span corrects it", "기대 빈도는 대다수 프로그램처럼 f1·f2/N이어서 창의 자리 %d개를 고려하지 않으므로 점수가 그만큼 높게 나옵니다. --expected span으로 바로잡을 수 있습니다"},
	msgPruned:           {"--min-freq %d left out %d pairs that were seen less often, and the pairs of %d words that are rarer", "--min-freq %d: 이보다 적게 나온 쌍 %d개와 그보다 드문 낱말 %d개의 쌍을 뺐습니다"},
	msgPrunedCollocates: {"--min-freq %d left out %d words that stand less often near the node", "--min-freq %d: 중심 낱말 가까이에 이보다 적게 나온 낱말 %d개를 뺐습니다"},
	msgWindowTooLarge:   {"--window %d: a window has at most %d words; --within document pairs all words of a document", "--window %d: 창은 낱말 %d개까지입니다. --within document를 쓰면 한 문서의 모든 낱말이 쌍이 됩니다"},
	msgTooManyKept:      {"there are more than %d pairs; only those seen %d times or more are listed, with exact counts (--min-freq %d would list too many)", "쌍이 %d개보다 많아 %d번 이상 나온 쌍만 싣습니다. 센 수는 정확합니다(--min-freq %d로는 너무 많음)"},
	msgTooManyPairs:     {"%d pairs are too many to count", "쌍이 너무 많습니다: %d"},
	msgTooManyPairsHint: {"raise --min-freq, or take --within sentence or a --window", "--min-freq를 높이거나 --within sentence 또는 --window를 쓰세요"},
	msgNoSuchWord:       {"%q does not occur", "%q: 텍스트에 나오지 않습니다"},
	msgNoSuchWordHint:   {"give it as \"kstat freq\" prints it with the same --unit", "같은 --unit으로 \"kstat freq\"가 적는 꼴로 쓰세요"},

	msgGroupDispersion:        {"Dispersion:", "분포:"},
	msgFlagDispersionMeasures: {"measures of how evenly each term is spread, or all", "얼마나 고르게 퍼져 있는지를 나타낼 측도 또는 all"},
	msgFlagParts:              {"what a term is spread over: document (if not given), paragraph, or N equal parts", "분포를 따질 부분: document(지정하지 않으면)는 문서, paragraph는 문단, 수 N은 같은 크기의 N부분"},
	msgDispersionShort:        {"How evenly a word is spread, with a bar code of its places", "낱말이 얼마나 고르게 퍼져 있는지와 나온 자리(바코드)"},
	msgDispersionLong: {
		"Shows where in each document a word stands, and how evenly it is spread over the documents (or equal parts, or\nparagraphs, with --parts).\n\nIn the bar code each character is an equal share of the text: . none, | once, a digit more often, # ten times and\nmore. --format svg, or a file that ends in .svg, draws it.",
		"낱말이 문서마다 어디에 나오는지, 문서들(--parts를 쓰면 같은 크기의 부분이나 문단)에 얼마나 고르게 퍼져\n있는지를 보여 줍니다.\n\n바코드의 글자 하나는 텍스트를 똑같이 나눈 한 부분입니다: .은 없음, |은 한 번, 숫자는 그 횟수, #은 열 번 이상.\n--format svg나 .svg로 끝나는 파일을 쓰면 그림으로 그립니다.",
	},
	msgDispersionExample: {
		"$ kstat dispersion 학교 essay.txt articles/\n$ kstat dispersion --parts 4 --measures dp,juilland_d 학교 essay.txt\n$ kstat dispersion -o school.svg 학교 essay.txt articles/",
		"$ kstat dispersion 학교 essay.txt articles/\n$ kstat dispersion --parts 4 --measures dp,juilland_d 학교 essay.txt\n$ kstat dispersion -o school.svg 학교 essay.txt articles/",
	},
	msgDispersionTitle:      {"Dispersion", "분포"},
	msgGroupDispersionTitle: {"Dispersion", "분포"},
	msgPlotTitle:            {"%s (%d)", "%s (%d)"},
	msgColPart:              {"Part", "부분"},
	msgAboutPart:            {"Document, or number of the part", "문서 또는 부분의 번호"},
	msgColTokens:            {"Tokens", "토큰"},
	msgAboutTokens:          {"Running terms in the part", "부분 안의 토큰 수"},
	msgColPlot:              {"Places", "나온 자리"},
	msgAboutPlot:            {"Each character is an equal share of the part: . none, | once, a digit more often, # ten times and more", "글자 하나는 부분을 똑같이 나눈 조각: .은 없음, |은 한 번, 숫자는 그 횟수, #은 열 번 이상"},
	msgParts:                {"parts", "부분"},
	msgPartsAre:             {"parts are", "부분의 종류"},
	msgVariants:             {"variants", "변형"},
	msgOnePart:              {"there is one part only, over which everything is spread evenly; --parts 10 divides it", "부분이 하나뿐이어서 무엇이든 고르게 퍼져 있습니다. --parts 10으로 나눌 수 있습니다"},
	msgBadParts:             {"--parts %q: must be document, paragraph or a number of 1 or more", "--parts %q: document, paragraph 또는 1 이상의 수여야 합니다"},
	msgTooManyParts:         {"--parts %d: there are fewer tokens: %d", "--parts %d: 토큰이 %d개뿐입니다"},
	msgPartsWithoutMeasures: {"--parts is for measures of dispersion: name some with --measures", "--parts는 분포 측도를 위한 것입니다. --measures로 측도를 지정하세요"},

	msgArgsMeasure:           {"[FLAGS] [NAME]", "[옵션] [이름]"},
	msgGroupDiversity:        {"Diversity:", "다양도:"},
	msgFlagDiversityMeasures: {"measures to compute, or all; without it all but vocd_d and lexical_density", "계산할 측도 또는 all. 지정하지 않으면 vocd_d와 lexical_density를 뺀 전부"},
	msgFlagDiversityWindow:   {"tokens of a segment of msttr and of the window of mattr; without it 50", "msttr 구간과 mattr 창의 토큰 수. 지정하지 않으면 50"},
	msgFlagSample:            {"tokens of the sample of hdd", "hdd 표본의 토큰 수"},
	msgFlagThreshold:         {"type-token ratio at which mtld closes a factor", "mtld가 한 마디를 닫는 어휘 다양도"},
	msgFlagOneList:           {"the input is a frequency list, term<tab>freq a line", "입력이 빈도 목록임(한 줄에 항목<탭>빈도)"},
	msgDiversityShort:        {"How varied the vocabulary is", "어휘 다양도"},
	msgDiversityLong: {
		"Measures how varied the vocabulary of each text is, and of all together if there are several.\n\nNearly all measures fall or rise with the length of the text. To compare texts of different length take mattr, mtld\nor hdd. lexical_density needs --unit morpheme.",
		"텍스트마다, 그리고 여럿이면 모두 합쳐서 어휘가 얼마나 다양한지를 나타냅니다.\n\n거의 모든 측도는 텍스트가 길어지면 값이 달라집니다. 길이가 다른 텍스트를 견주려면 mattr, mtld, hdd를 쓰세요.\nlexical_density는 --unit morpheme에서만 계산합니다.",
	},
	msgDiversityExample: {
		"$ kstat diversity essay.txt novel.txt\n$ kstat diversity --measures mattr,mtld --window 100 -o diversity.xlsx articles/\n$ kstat diversity --unit morpheme --measures lexical_density essay.txt",
		"$ kstat diversity essay.txt novel.txt\n$ kstat diversity --measures mattr,mtld --window 100 -o diversity.xlsx articles/\n$ kstat diversity --unit morpheme --measures lexical_density essay.txt",
	},
	msgDiversityTitle: {"Lexical diversity", "어휘 다양도"},
	msgAllDocuments:   {"(all)", "(전체)"},
	msgColMeasure:     {"Measure", "측도"},
	msgColTypes:       {"Types", "타입"},
	msgAboutTypes:     {"Number of different terms", "서로 다른 항목의 수"},
	msgAboutRunning:   {"Number of running terms", "토큰 수"},
	msgWindowsCross:   {"the windows of msttr, mattr and mtld over all documents reach over the ends of documents", "전체를 계산할 때 msttr, mattr, mtld의 창은 문서의 끝을 넘어갑니다"},
	msgMeasuresShort:  {"Every measure: formula, range, source", "모든 측도: 공식, 범위, 출처"},
	msgMeasuresLong: {
		"Lists the measures of all commands, or says all about one: what it asks, its formula in Unicode and LaTeX, its\nvariants and the programs that compute them, its source, and a worked example.",
		"모든 명령의 측도를 보여 줍니다. 이름을 적으면 그 측도의 공식(유니코드와 LaTeX), 변형과 그것을 계산하는 프로그램,\n출처, 계산 예를 보여 줍니다.",
	},
	msgMeasuresExample: {
		"$ kstat measures log_ratio\n$ kstat measures -o measures.xlsx",
		"$ kstat measures log_ratio\n$ kstat measures -o measures.xlsx",
	},
	msgMeasuresTitle:     {"Measures", "측도"},
	msgNoMeasure:         {"there is no measure %q", "%q: 없는 측도입니다"},
	msgSeeMeasures:       {"\"kstat measures\" lists them", "측도 목록: kstat measures"},
	msgColFamily:         {"Family", "갈래"},
	msgColName:           {"Name", "이름"},
	msgColMeaning:        {"Meaning", "뜻"},
	msgColVariant:        {"Variant", "변형"},
	msgAboutVariant:      {"The first of a measure is the one computed unless another is asked for", "측도의 첫 변형이 기본값"},
	msgColFormula:        {"Formula", "공식"},
	msgColRange:          {"Range", "범위"},
	msgColRole:           {"Says", "나타내는 것"},
	msgColPrograms:       {"Programs", "프로그램"},
	msgAboutPrograms:     {"Programs that compute this formula under this name", "이 이름으로 이 공식을 계산하는 프로그램"},
	msgColSources:        {"Sources", "출처"},
	msgColSource1:        {"Source", "출처"},
	msgColExample:        {"Example", "예"},
	msgColResult:         {"Result", "결과"},
	msgColZero:           {"At the edge", "경계에서"},
	msgSignIs:            {"Direction", "방향"},
	msgSignUnsigned:      {"never negative; attraction and repulsion must be told apart elsewhere", "음수가 되지 않으며, 끌림인지 밀어냄인지는 따로 보아야 함"},
	msgSignSigned:        {"positive for attraction, negative for repulsion, 0 under independence", "끌리면 양수, 밀어내면 음수, 독립이면 0"},
	msgSignShifted:       {"rises with attraction; its zero has no meaning", "끌림이 클수록 커지며, 0에 특별한 뜻이 없음"},
	msgSignEven:          {"larger for a more even spread", "고르게 퍼질수록 커짐"},
	msgSignUneven:        {"larger for a less even spread", "고르지 않을수록 커짐"},
	msgSignVaried:        {"larger for a more varied vocabulary", "어휘가 다양할수록 커짐"},
	msgSignRepetitive:    {"smaller for a more varied vocabulary", "어휘가 다양할수록 작아짐"},
	msgSignAlike:         {"larger for corpora that are more alike", "두 말뭉치가 비슷할수록 커짐"},
	msgSignDifferent:     {"larger for corpora that are less alike", "두 말뭉치가 다를수록 커짐"},
	msgSidesUnsigned:     {"never negative; which side has more of the word must be read elsewhere", "음수가 되지 않으며, 어느 쪽에 더 많은지는 따로 보아야 함"},
	msgSidesSigned:       {"positive where A has more of the word, negative where B has, 0 where neither has", "A 쪽에 더 많으면 양수, B 쪽에 더 많으면 음수, 차이가 없으면 0"},
	msgSidesShifted:      {"rises the more A has of the word; its zero has no meaning", "A 쪽에 많을수록 커지며, 0에 특별한 뜻이 없음"},
	msgRoleEffect:        {"size of the effect", "효과의 크기"},
	msgRoleSignificance:  {"strength of the evidence", "증거의 강도"},
	msgRoleProbability:   {"probability of the data by chance", "우연히 그럴 확률"},
	msgRoleScore:         {"score that mixes size and evidence", "크기와 증거를 섞은 점수"},
	msgFamilyAssociation: {"association of two words", "두 낱말의 연관"},
	msgFamilyKeyness:     {"keyness", "핵심도"},
	msgFlagGramMeasures:  {"how firmly the words of an n-gram belong together: lambda, lambda_z", "n-gram의 낱말들이 얼마나 굳게 이어지는지: lambda, lambda_z"},
	msgGramLength:        {"--measures with n-grams of length %d: they need at least 2 words, and at most %d", "--measures: 길이 %d인 n-gram에는 쓸 수 없습니다. 낱말이 2개 이상 %d개 이하여야 합니다"},
	msgGramHint:          {"give --ngram 2 to %d", "--ngram을 2에서 %d 사이로 지정하세요"},
	msgGramsLeftOut:      {"%s left out: n-grams of length %d have none, only those of 2 to %d words", "%s: 길이 %d인 n-gram에는 없어 뺐습니다. 낱말 2개에서 %d개까지만 계산합니다"},
	msgVariantTwice:      {"--measures: %s is there with two variants; a table has one column for a measure", "--measures: %s의 변형이 둘입니다. 표에는 측도마다 열이 하나입니다"},
	msgNotWithLists:      {"%s has no meaning with --freq-list, whose terms are counted already", "%s: --freq-list에는 쓸 수 없습니다. 빈도 목록은 이미 세어 놓은 것입니다"},
	msgNotWithListsHint:  {"give it to the command that makes the list: kstat freq", "목록을 만드는 명령(kstat freq)에 쓰세요"},
	msgListWithoutOrder:  {"%s: a frequency list does not tell the order of the words, and so these have no value", "%s: 빈도 목록에는 낱말의 차례가 없어 값이 없습니다"},
	msgNeedsMorphemes:    {"%s needs --unit morpheme, without --pos, --ngram and --stopwords: it is the share of content words among all morphemes", "%s: 모든 형태소 가운데 내용어의 비율이므로 --unit morpheme이어야 하며 --pos, --ngram, --stopwords와 함께 쓸 수 없습니다"},
	msgPresetOf:          {"%s: the formulas that --as %s picks", "%s, --as %s: 고르는 식"},
	msgPresetThresholdIs: {"key words: p < %s, correction: %s", "핵심어: p < %s, 보정: %s"},
	msgPresetNoThreshold: {"key words: no threshold, correction: %s", "핵심어: 기준 없음, 보정: %s"},
	msgMarginsAre:        {"f1·f2/N, or as --expected says; a margin smaller than O11 is raised to it", "f1·f2/N 또는 --expected에 따른 값. O11보다 작은 주변합은 O11까지 올린다"},
	msgPresetMargins:     {"expected frequency of collocates: %s", "공기어의 기대 빈도: %s"},
	msgPresetNote:        {"Note", "덧붙임"},
	msgPresetSource:      {"Source", "출처"},
	msgFlagDocFreq:       {"count the documents that have a word, not how often it stands there: no single document can make a word key", "낱말이 나온 횟수가 아니라 나온 문서를 셈. 한 문서만으로 핵심어가 되지 않음"},
	msgDocFreqList:       {"--doc-freq needs documents, and %s is a frequency list", "--doc-freq에는 문서가 있어야 합니다. 빈도 목록: %s"},
	msgDocFreqOne:        {"--doc-freq needs documents, and %s is one document", "--doc-freq에는 문서가 여럿 있어야 합니다. 문서 하나뿐인 입력: %s"},
	msgDocFreqNote:       {"frequencies are numbers of documents that have the word, and all measures are of these", "빈도는 낱말이 나온 문서의 수이며, 모든 측도는 이것으로 구했습니다"},
	msgCountedAre:        {"counted", "센 것"},
	msgNothingMatches:    {"nothing matches \"%s\"", "찾은 것이 없습니다: %s"},
	msgWordsWithQuery:    {"  words that hold it: %s", "  이 말이 든 낱말: %s"},
	msgFamilyGram:        {"n-gram", "n-gram"},
	msgFamilyPlaced:      {"place of a collocate", "공기어의 자리"},
	msgTestsOfWindows:    {"tests over documents need two documents with the word and two without a window over all of them; there are %d", "문서 단위 검정에는 낱말이 나오는 문서와 창 밖이 남는 문서가 둘 이상씩 있어야 합니다: %d"},
	msgFamilyDocuments:   {"test over documents", "문서 단위 검정"},
	msgFamilyDispersion:  {"dispersion", "분포"},
	msgFamilyDiversity:   {"diversity", "다양도"},
	msgFamilySimilarity:  {"similarity of corpora", "말뭉치의 유사도"},

	msgKeywordsShort: {"The words of a text that stand out", "텍스트에서 두드러지는 낱말"},
	msgKeywordsLong: {
		"Lists the words that a text has more often than Korean at large, by the size of the difference that is certain\n(LRC), as compare does.\n\nThe reference is built in: counts of morphemes in the Sejong corpus, written Korean of the 1980s to the early 2000s\n(books, newspapers, magazines). It has no counts of words in Latin letters (OpenAI) and in hanja (國民), so\nthese are left out, and their number is given; 사용하다 is counted as 사용. --ref names texts, --ref-list a frequency\nlist to compare with instead.\n\n--method textrank needs no reference: words are central that stand near central words. --method tfidf takes words\nthat are frequent in the text and in few documents of --ref.",
		"텍스트에 일반적인 한국어보다 더 자주 나오는 낱말을 compare처럼 확실한 차이(LRC)가 큰 순서로 보여 줍니다.\n\n견주는 기준은 내장되어 있습니다. 1980년대부터 2000년대 초까지의 글말(책, 신문, 잡지)을 모은 세종 말뭉치의 형태소\n빈도입니다. 로마자(OpenAI)나 한자(國民)로 적은 낱말의 빈도는 없으므로 빼고 계산하며 몇 개를 뺐는지 밝힙니다.\n\"사용하다\"는 사용으로 셉니다. 다른 텍스트와 견주려면 --ref, 빈도 목록과 견주려면 --ref-list를 쓰세요.\n\n--method textrank는 기준 없이 중심이 되는 낱말 가까이에 나오는 낱말을 찾고, --method tfidf는 텍스트에 자주 나오면서\n--ref의 적은 문서에만 나오는 낱말을 찾습니다.",
	},
	msgKeywordsExample: {
		"$ kstat keywords essay.txt\n$ kstat keywords --ref articles/ --top 30 -o keywords.xlsx essay.txt\n$ kstat keywords --method textrank novel.txt",
		"$ kstat keywords essay.txt\n$ kstat keywords --ref articles/ --top 30 -o keywords.xlsx essay.txt\n$ kstat keywords --method textrank novel.txt",
	},
	msgKeywordsTitle:    {"Keywords", "핵심어"},
	msgFlagMethod:       {"how keywords are found", "핵심어를 찾는 방법"},
	msgFlagKeywordRef:   {"file or folder to compare with, in place of the built-in list", "내장 목록 대신 견줄 파일이나 폴더"},
	msgFlagKeywordList:  {"frequency list to compare with, term<tab>freq a line", "견줄 빈도 목록(한 줄에 항목<탭>빈도)"},
	msgFlagRankWindow:   {"textrank: words at a distance of at most N are neighbours; without it 2", "textrank에서 이웃으로 볼 낱말 사이의 거리. 지정하지 않으면 2"},
	msgNotWithMethod:    {"%s has no meaning with --method %s", "%s: --method %s에는 쓸 수 없습니다"},
	msgGiveRef:          {"name a reference of your own with --ref or --ref-list", "--ref나 --ref-list로 기준을 지정하세요"},
	msgRefUnit:          {"the built-in reference list has no counts of --unit %s", "--unit %s: 내장 목록에 이 단위의 빈도가 없습니다"},
	msgRefTags:          {"the built-in reference list has no counts of --pos %s", "--pos %s: 내장 목록에 이 품사의 빈도가 없습니다"},
	msgRefLacks:         {"%s running words in Latin letters or in hanja (tags SL, SH, NF) are left out, and not among the tokens: the reference has no counts of such words", "로마자나 한자로 적은 낱말(SL, SH, NF)의 출현 %s번은 기준에 그런 낱말의 빈도가 없어서 빼고 계산했으며 토큰 수에도 들지 않습니다"},
	msgLeftOut:          {"left out", "뺀 낱말"},
	msgAllLacked:        {"%s: all words are in Latin letters or in hanja, of which the built-in reference list has no counts", "%s: 낱말이 모두 로마자나 한자로 적혀 있는데 내장 목록에는 그런 낱말의 빈도가 없습니다"},
	msgRefSejong:        {"reference: 9,327,403 content morphemes of the Sejong corpus by the counts of KOMORAN; written Korean of the 1980s to the early 2000s (books, newspapers, magazines), without counts of words in Latin letters and in hanja. Words newer than that, and other kinds of text, stand out for that reason alone", "기준: KOMORAN이 센 세종 말뭉치의 내용 형태소 9,327,403개. 1980년대부터 2000년대 초까지의 글말(책, 신문, 잡지)이며 로마자나 한자로 적은 낱말의 빈도는 없습니다. 그보다 새로운 낱말이나 다른 종류의 글은 그것만으로도 두드러질 수 있습니다"},
	msgRef:              {"reference", "기준"},
	msgTokensRef:        {"its tokens", "기준의 토큰"},
	msgTypesRef:         {"its types", "기준의 타입"},
	msgDocumentsRef:     {"documents for idf", "idf의 문서"},
	msgColFreqRef:       {"Freq. ref.", "기준 빈도"},
	msgAboutFreqRef:     {"How often the term occurs in the reference", "기준에 나온 횟수"},
	msgColPerMillionRef: {"Per million ref.", "기준 백만당"},
	msgColTextRank:      {"TextRank", "텍스트랭크"},
	msgAboutTextRank:    {"How central the word is in the graph of neighbouring words (1 on average)", "이웃한 낱말들의 그래프에서 얼마나 중심에 있는지(평균 1)"},
	msgEdges:            {"edges", "간선"},
	msgAboutTfIdf:       {"Frequency times ln(documents / documents that hold the word)", "빈도 × ln(문서 수 / 낱말이 나온 문서 수)"},
	msgTfIdfAlone:       {"tfidf needs documents to tell common words by, and there is one only", "tfidf: 흔한 낱말을 가릴 문서가 더 필요하지만 하나뿐입니다"},
	msgTfIdfHint:        {"name a folder of texts with --ref, or several files", "--ref로 텍스트 폴더를 지정하거나 파일을 여럿 적으세요"},

	msgFlagSkip:    {"count those too that leave out up to N words", "낱말을 N개까지 건너뛴 것도 셈"},
	msgFlagMaximal: {"count all lengths from 2 to that of --ngram, and leave out what stands only within a longer one", "2부터 --ngram까지 모든 길이를 세고 더 긴 것 안에만 나오는 것은 뺌"},
	msgNested:      {"%d n-grams were left out because they stand only within longer ones", "더 긴 n-그램 안에만 나오는 n-그램 %d개를 뺐습니다"},

	msgFlagExamples:     {"add the first N lines behind the numbers of each row", "행마다 그 수의 바탕이 되는 첫 N줄을 덧붙임"},
	msgColExampleLine:   {"Line %d", "용례 %d"},
	msgAboutExampleLine: {"Document:line: text, with the match in brackets", "문서:줄: 텍스트. 찾은 말은 대괄호 안"},
	msgKwicStdin:        {"--kwic reads the texts a second time, which standard input does not allow", "--kwic: 텍스트를 두 번 읽어야 하므로 표준 입력에는 쓸 수 없습니다"},
	msgKwicStdinHint:    {"write them into a file first", "먼저 파일에 저장하세요"},

	msgFlagBootstrap: {"intervals by N random resamples for effects that have none of their own (N is for permutation_p too)", "자체 신뢰구간이 없는 효과 측도의 구간을 N번의 무작위 재추출로 구함(permutation_p의 횟수도 N)"},

	msgFlagFrames:     {"n-grams with a slot, *, for one of the inner words, and what fills it", "안쪽 낱말 하나를 빈자리(*)로 둔 n-그램과 그 자리를 채우는 낱말"},
	msgAboutFrame:     {"The n-gram, with * for the word that varies", "n-그램. *는 바뀌는 낱말"},
	msgColFillers:     {"Fillers", "채우는 수"},
	msgAboutFillers:   {"Number of different words in the slot", "빈자리를 채우는 서로 다른 낱말의 수"},
	msgColFilledBy:    {"Filled by", "채우는 낱말"},
	msgAboutFilledBy:  {"The most frequent words in the slot, with their counts", "빈자리에 가장 자주 나오는 낱말과 그 횟수"},
	msgFramesTooShort: {"--frames needs an inner word, which --ngram %d does not have", "--frames: --ngram %d에는 안쪽 낱말이 없습니다"},
	msgFramesHint:     {"give --ngram 3 or more", "--ngram을 3 이상으로 지정하세요"},

	msgPresetThreshold: {"listed are only words whose corrected p is below the threshold of %s, %s; --max-p sets another", "보정한 p가 %s의 기준값 %s보다 작은 낱말만 보입니다. 다른 값은 --max-p로 정합니다"},

	msgListSizeNotNumber: {"# tokens: %q is not a whole number; the frequencies are added up instead", "# tokens: %q: 정수가 아니어서 빈도의 합을 대신 씁니다"},
	msgListSizeTooSmall:  {"# tokens: %s is less than the frequencies add up to; their sum is taken instead", "# tokens: %s: 빈도의 합보다 작아 합을 대신 씁니다"},

	msgOneScope:    {"there is only one %s with words: all its words stand together in it, and no measure can tell them apart; take a narrower --within or a --window", "낱말이 든 범위(%s)가 하나뿐이어서 모든 낱말이 함께 나온 셈이므로 측도로 견줄 수 없습니다. --within을 더 좁게 하거나 --window를 쓰세요"},
	msgNeedsWindow: {"%s has no meaning with --within alone, which has no places; add a --window", "%s: --within만 쓰면 자리가 없으므로 뜻이 없습니다. --window를 함께 쓰세요"},
}

// korean is the Korean of what corpus says in English: of a notice about an input the reason and the hint, of a cleaning
// rule what it does. A test finds what corpus says and this table lacks.
type korean struct {
	name         string
	reason, hint string
}

var koreanNotices = [...]korean{
	{string(corpus.NotFound), "파일이나 폴더가 없습니다", "이름을 확인하고, 빈칸이 있는 이름은 따옴표로 묶으세요"},
	{string(corpus.Vanished), "방금 전까지 폴더에 있던 파일이 사라졌습니다", "폴더의 파일이 옮겨지지 않을 때 다시 실행하세요"},
	{string(corpus.DanglingLink), "없는 파일을 가리키는 링크입니다", "링크를 고치거나 지우세요"},
	{string(corpus.NoPermission), "읽을 권한이 없습니다", "권한을 바꾸거나 읽을 수 있는 곳으로 복사하세요"},
	{string(corpus.ReadFailed), "읽다가 중단되었습니다: {error}", ""},
	{string(corpus.Endless), "장치는 끝이 없을 수 있어 읽지 않습니다", "필요한 만큼 파일로 옮겨 쓰세요: head -c 1M 장치 > 파일"},
	{string(corpus.NotRegular), "파일이 아니라 파이프, 소켓, 장치여서 건너뛰었습니다", "읽으려면 명령줄에 직접 적으세요"},
	{string(corpus.DirectoryLoop), "자신이 들어 있는 폴더를 가리키는 링크여서 따라가지 않았습니다: {target}", "링크를 지우세요"},
	{string(corpus.DirectoryTwice), "이미 읽는 폴더를 가리키는 링크여서 따라가지 않았습니다: {target}", "링크를 지우세요"},
	{string(corpus.DirectoryEmpty), "폴더에 읽을 파일이 없습니다", "이름이 .으로 시작하는 숨은 파일은 읽지 않습니다"},
	{string(corpus.Unsupported), "읽을 수 없는 문서 형식입니다: {format}", "문서를 만든 프로그램에서 일반 텍스트(UTF-8)로 저장하세요"},
	{string(corpus.Archive), "압축 파일은 읽을 수 없습니다: {format}", "먼저 압축을 푸세요"},
	{string(corpus.NotText), "텍스트 파일이 아닙니다: {format}", ""},
	{string(corpus.StdinTwice), "표준 입력은 한 번만 읽을 수 있습니다", "-는 한 번만 쓰세요"},
	{string(corpus.BrokenBytes), "{encoding} 인코딩에 맞지 않는 바이트 {count}곳을 U+FFFD로 바꾸었습니다. 처음 나온 곳은 {line}번째 줄, 파일 앞에서 {offset}바이트 뒤입니다", "다른 인코딩이면 --encoding으로 지정하세요"},
	{string(corpus.OddLength), "{encoding} 텍스트가 글자 중간에서 끝납니다", "파일이 잘렸을 수 있습니다"},
	{string(corpus.NulCharacters), "NUL 문자가 {count}개 있습니다", "텍스트 파일이 아닐 수 있습니다"},
	{string(corpus.EncodingDoubtful), "{encoding} 인코딩으로 읽었지만 잘 맞지 않습니다", "맞는 인코딩을 --encoding으로 지정하세요"},
	{string(corpus.EncodingLate), "앞부분은 ASCII이고, 그 뒤는 {encoding} 인코딩으로 읽었습니다", "다른 인코딩이면 --encoding으로 지정하세요"},
	{string(corpus.ReadAsText), "{format} 파일을 일반 텍스트로 읽어 표시와 모든 열까지 셉니다", "분석할 본문만 따로 뽑아 쓰세요"},
	{string(corpus.EmptyDocument), "텍스트가 없습니다", ""},
}

var koreanRules = [...]korean{
	{name: "line-end", reason: `\r\n과 홀로 있는 \r을 \n으로 바꿈`},
	{name: "control", reason: "NUL 등 제어 문자와 그림 자리 표시(U+FFFC)를 지움"},
	{name: "zero-width", reason: "폭 없는 문자를 지움. 이모지를 잇는 것은 둠"},
	{name: "bidi", reason: "글 쓰는 방향 표시를 지움"},
	{name: "soft-hyphen", reason: "숨은 붙임표를 지움"},
	{name: "fill", reason: "KS X 1001 채움 문자열을 그 음절로 합침: U+3164 ㅂ ㅞ ㄺ을 뷁으로"},
	{name: "space", reason: "줄바꿈 없는 빈칸, 전각 빈칸 등을 보통 빈칸으로 바꿈"},
	{name: "width", reason: "전각 영문과 반각 자모를 보통 글자로 바꿈: Ａ？ﾡ을 A?ㄱ으로"},
	{name: "nfc", reason: "글자와 부호, 첫가끝 자모를 합침(유니코드 NFC)"},
	{name: "entity", reason: "HTML 문자 참조를 풂: &lt;를 <로"},
	{name: "repeat", reason: "되풀이를 줄임: ㅋㅋㅋㅋ를 ㅋㅋ로, !!!!를 !!로, 와아아아아를 와아아아로. 주소, @이름, #태그는 그대로 둠"},
}

// koreanQuestions are the questions that measures answer, by family and name. A test finds what stats has and this table lacks.
var koreanQuestions = [...]korean{
	{name: "association g2", reason: "두 낱말이 독립이라면 이만큼 함께 나오는 것이 얼마나 놀라운가?"},
	{name: "association simple_ll", reason: "기대 빈도를 아는 드문 사건으로 볼 때 쌍의 빈도가 얼마나 놀라운가?"},
	{name: "association chi2", reason: "빈도가 독립일 때의 기대에서 우연한 변동의 몇 배나 벗어나는가?"},
	{name: "association chi2_yates", reason: "빈도가 정수임을 보정하면 독립에서 얼마나 벗어나는가?"},
	{name: "association fisher", reason: "두 낱말이 독립이라면 빈도가 이만큼 클 확률은 근사 없이 얼마인가?"},
	{name: "association poisson", reason: "기대 빈도를 아는 드문 사건으로 볼 때 빈도가 이만큼 클 확률은 얼마인가?"},
	{name: "association pmi", reason: "우연의 몇 배로 함께 나오는가(2의 거듭제곱)?"},
	{name: "association npmi", reason: "전혀 안 나옴(−1), 우연(0), 늘 함께(1) 사이의 어디에 있는가?"},
	{name: "association mi2", reason: "잦은 쌍을 조금 더 쳐 줄 때 얼마나 강하게 끌리는가?"},
	{name: "association mi3", reason: "잦은 쌍을 많이 쳐 줄 때 얼마나 강하게 끌리는가?"},
	{name: "association local_mi", reason: "말뭉치의 전체 끌림 가운데 이 쌍의 몫은 얼마인가(비트 × 횟수)?"},
	{name: "association mi_logf", reason: "본 횟수에 무게를 두면 얼마나 강하게 끌리는가?"},
	{name: "association mutual_information", reason: "한 낱말이 있는지가 다른 낱말이 있는지를 몇 비트나 알려 주는가?"},
	{name: "association poisson_stirling", reason: "쌍의 빈도의 푸아송 확률은 로그로 대략 얼마나 작은가?"},
	{name: "association t", reason: "빈도가 우연보다 그 표준오차의 몇 배나 큰가?"},
	{name: "association z", reason: "빈도가 기대보다 우연한 표준편차의 몇 배나 큰가?"},
	{name: "association dice", reason: "두 낱말이 나온 횟수에서 함께 나온 것의 비율은 얼마인가?"},
	{name: "association logdice", reason: "최고 14점이고 1점이 두 배인 척도에서 얼마나 서로만 어울리는가?"},
	{name: "association jaccard", reason: "둘 가운데 하나라도 나온 곳에 다른 하나도 나온 비율은 얼마인가?"},
	{name: "association simpson", reason: "드문 쪽 낱말이 다른 낱말과 함께 나온 비율은 얼마인가?"},
	{name: "association cosine", reason: "두 낱말 각각에서 쌍이 차지하는 비율의 기하 평균은 얼마인가?"},
	{name: "association min_sensitivity", reason: "두 낱말 각각에서 쌍이 차지하는 비율 가운데 작은 것은 얼마인가?"},
	{name: "association mutual_expectation", reason: "쌍이 얼마나 잦으면서 단단한가?"},
	{name: "association delta_p", reason: "w1이 있는 곳에서 w2가 나올 확률은 없는 곳보다 얼마나 큰가?"},
	{name: "association delta_p_reverse", reason: "w2가 있는 곳에서 w1이 나올 확률은 없는 곳보다 얼마나 큰가?"},
	{name: "association liddell", reason: "w2가 있는 곳과 없는 곳에서 w1의 비율은 얼마나 다른가?"},
	{name: "association phi2", reason: "한 낱말의 변동을 다른 낱말이 얼마나 설명하는가?"},
	{name: "association lift", reason: "우연의 몇 배로 함께 나오는가?"},
	{name: "association differential", reason: "w1이 있는 곳의 w2 비율은 전체의 비율보다 얼마나 큰가?"},
	{name: "association log_odds", reason: "w1이 있을 때 w2의 오즈는 없을 때의 몇 배인가(로그)?"},
	{name: "association odds_ratio", reason: "w1이 있을 때 w2의 오즈는 없을 때의 몇 배인가?"},
	{name: "association log_ratio", reason: "w2는 w1 가까이에서 다른 곳의 몇 배로 나오는가(2의 거듭제곱)?"},
	{name: "association lrc", reason: "w2는 w1 가까이에서 적어도 다른 곳의 몇 배로 나오는가(2의 거듭제곱)?"},
	{name: "keyness g2", reason: "두 말뭉치에서 똑같이 잦은 낱말이라면 두 빈도가 얼마나 놀라운가?"},
	{name: "keyness g2_2term", reason: "UCREL의 식으로 볼 때 두 빈도가 얼마나 놀라운가?"},
	{name: "keyness chi2", reason: "두 빈도가 고른 분포에서 우연한 변동의 몇 배나 벗어나는가?"},
	{name: "keyness chi2_yates", reason: "빈도가 정수임을 보정하면 고른 분포에서 얼마나 벗어나는가?"},
	{name: "keyness fisher", reason: "똑같이 잦은 낱말이라면 빈도가 이만큼 고르지 않을 확률은 근사 없이 얼마인가?"},
	{name: "keyness p", reason: "똑같이 잦은 낱말이라면 빈도가 이만큼 고르지 않을 확률은 얼마인가?"},
	{name: "keyness log_ratio", reason: "대상 말뭉치에서 몇 배로 나오는가(2의 거듭제곱)?"},
	{name: "keyness lrc", reason: "적어도 몇 배로 나오는가(2의 거듭제곱)?"},
	{name: "keyness clr", reason: "근사로 볼 때 적어도 몇 배로 나오는가(2의 거듭제곱)?"},
	{name: "keyness pct_diff", reason: "대상 말뭉치에서 몇 퍼센트 더 자주 나오는가?"},
	{name: "keyness relative_risk", reason: "대상 말뭉치에서 몇 배로 나오는가?"},
	{name: "keyness odds_ratio", reason: "대상 말뭉치에서 낱말의 오즈는 몇 배인가?"},
	{name: "keyness simple_maths", reason: "양쪽에 백만당 k를 더하면 대상 말뭉치에서 몇 배로 나오는가?"},
	{name: "keyness diff_coef", reason: "기준에만 있음(−1), 같음(0), 대상에만 있음(1) 사이의 어디에 있는가?"},
	{name: "keyness bic", reason: "말뭉치의 크기를 감안하면 차이의 증거가 얼마나 강한가?"},
	{name: "keyness ell", reason: "고른 분포에서 벗어날 수 있는 최대에 대해 몇이나 벗어났는가?"},
	{name: "keyness log_odds_prior", reason: "드문 낱말을 0으로 끌어당긴 로그 오즈비가 0에서 표준오차의 몇 배나 떨어져 있는가?"},
	{name: "document test mann_whitney_p", reason: "양쪽 문서의 순위가 우연히 이만큼 갈릴 확률은 얼마인가?"},
	{name: "document test welch_t_p", reason: "문서들의 흩어짐을 볼 때 평균의 차이가 이만큼 클 확률은 얼마인가?"},
	{name: "document test permutation_p", reason: "문서를 나누는 모든 방법 가운데 평균이 이만큼 갈리는 것의 비율은 얼마인가?"},
	{name: "document test cohens_d", reason: "평균이 문서 빈도의 표준편차의 몇 배나 다른가?"},
	{name: "document test hedges_g", reason: "문서가 적음을 보정하면 평균이 표준편차의 몇 배나 다른가?"},
	{name: "document test cliffs_delta", reason: "대상의 문서가 기준의 문서보다 더 많이 쓸 확률은 더 적게 쓸 확률보다 얼마나 큰가?"},
	{name: "n-gram lambda", reason: "n-gram이 그 낱말들과 더 짧은 이음으로 설명되는 것보다 얼마나 더 자주 나오는가(로그)?"},
	{name: "n-gram lambda_z", reason: "λ가 0에서 표준오차의 몇 배나 떨어져 있는가?"},
	{name: "collocate dist", reason: "얼마나 자주, 얼마나 가까이 나오는가?"},
	{name: "document test zeta", reason: "대상에서 낱말이 있는 문서의 비율과 기준에서 없는 문서의 비율을 더하면 얼마인가?"},
	{name: "dispersion range", reason: "몇 부분에 나오는가?"},
	{name: "dispersion vc", reason: "빈도의 흩어짐은 평균의 몇 배인가?"},
	{name: "dispersion juilland_d", reason: "한 부분에 몰림(0)과 어디서나 같음(1) 사이에서 얼마나 고른가?"},
	{name: "dispersion carroll_d2", reason: "나온 부분이 뻔함(0)과 알 수 없음(1) 사이의 어디에 있는가?"},
	{name: "dispersion rosengren_s", reason: "부분의 크기를 감안하면 얼마나 고른가?"},
	{name: "dispersion dp", reason: "고른 분포에 견주어 엉뚱한 부분에 나온 것의 비율은 얼마인가?"},
	{name: "dispersion dp_norm", reason: "dp를 최댓값이 1이 되게 하면 얼마나 고르지 않은가?"},
	{name: "dispersion d_a", reason: "아무 두 부분을 골랐을 때 낱말의 빈도가 얼마나 비슷한가?"},
	{name: "dispersion d_kl", reason: "고르게 퍼졌다고 여길 때 나온 자리마다 몇 비트를 손해 보는가?"},
	{name: "dispersion lyne_d3", reason: "χ²로 재면 고른 분포에서 얼마나 벗어나는가?"},
	{name: "dispersion zhang_dc", reason: "크기가 같은 부분들에 얼마나 고르게 퍼져 있는가?"},
	{name: "dispersion arf", reason: "가까이 붙어 나온 것을 덜 세면 얼마나 잦은가?"},
	{name: "dispersion ald", reason: "아무 자리에서 볼 때 나온 자리 사이의 거리는 얼마인가(로그)?"},
	{name: "dispersion awt", reason: "아무 자리에서 다음에 나올 때까지 토큰을 얼마나 기다리는가?"},
	{name: "dispersion u", reason: "고르지 않은 만큼 줄이면 얼마나 잦은가(주이양)?"},
	{name: "dispersion um", reason: "고르지 않은 만큼 줄이면 얼마나 잦은가(캐럴)?"},
	{name: "dispersion kf", reason: "고르지 않은 만큼 줄이면 얼마나 잦은가(로센그렌)?"},
	{name: "dispersion fm", reason: "나오지 않은 부분만큼 줄이면 얼마나 잦은가?"},
	{name: "dispersion tf_idf", reason: "나온 문서가 적을수록 무게를 주면 얼마나 잦은가?"},
	{name: "diversity ttr", reason: "토큰 가운데 새 타입의 비율은 얼마인가?"},
	{name: "diversity root_ttr", reason: "토큰 수의 제곱근에 대해 타입이 얼마나 많은가?"},
	{name: "diversity cttr", reason: "토큰 수의 두 배의 제곱근에 대해 타입이 얼마나 많은가?"},
	{name: "diversity herdan_c", reason: "어휘의 로그는 텍스트 길이의 로그에 대해 얼마인가?"},
	{name: "diversity somers_s", reason: "어휘의 로그의 로그는 텍스트 길이의 그것에 대해 얼마인가?"},
	{name: "diversity dugast_u", reason: "로그 척도에서 텍스트는 어휘보다 얼마나 긴가(뒤집은 값)?"},
	{name: "diversity maas_a2", reason: "로그 척도에서 텍스트는 어휘보다 얼마나 긴가? 작을수록 다양함."},
	{name: "diversity msttr", reason: "같은 길이의 구간들에서 새 타입의 비율은 평균 얼마인가?"},
	{name: "diversity msttr_sd", reason: "구간들의 어휘 다양도는 얼마나 다른가?"},
	{name: "diversity mattr", reason: "한 토큰씩 옮기는 창에서 새 타입의 비율은 평균 얼마인가?"},
	{name: "diversity mattr_sd", reason: "창마다 어휘 다양도는 얼마나 다른가?"},
	{name: "diversity mtld", reason: "어휘 다양도가 기준값으로 떨어질 때까지 평균 몇 토큰인가?"},
	{name: "diversity hdd", reason: "무작위 표본에서 새 타입의 비율은 얼마로 기대되는가?"},
	{name: "diversity vocd_d", reason: "표본의 어휘 다양도가 길이에 따라 떨어지는 곡선의 매개변수는 얼마인가?"},
	{name: "diversity yule_k", reason: "아무 두 토큰이 같은 타입일 확률은 얼마인가(10⁴배)?"},
	{name: "diversity yule_i", reason: "텍스트의 되풀이에 대해 어휘가 얼마나 큰가?"},
	{name: "diversity simpson_d", reason: "서로 다른 아무 두 토큰이 같은 타입일 확률은 얼마인가?"},
	{name: "diversity herdan_vm", reason: "타입들의 빈도는 얼마나 고르지 않은가? 작을수록 고름."},
	{name: "diversity honore_r", reason: "텍스트의 길이를 감안하면 한 번만 쓴 낱말이 얼마나 많은가?"},
	{name: "diversity brunet_w", reason: "길이에 거의 영향받지 않는 척도에서 얼마나 다양한가? 작을수록 다양함."},
	{name: "diversity entropy", reason: "다음 토큰이 무엇일지 평균 몇 비트나 알 수 없는가?"},
	{name: "diversity hapax_ratio", reason: "타입 가운데 한 번만 나온 것의 비율은 얼마인가?"},
	{name: "diversity lexical_density", reason: "토큰 가운데 내용어의 비율은 얼마인가?"},
	{name: "diversity zipf_mandelbrot", reason: "낱말의 빈도는 순위에 따라 얼마나 빨리 떨어지는가?"},
	{name: "diversity heaps", reason: "어휘는 텍스트의 길이에 따라 얼마나 빨리 느는가?"},
	{name: "similarity cosine", reason: "두 빈도 목록 사이의 각이 얼마나 작은가?"},
	{name: "similarity jsd", reason: "토큰 하나가 어느 말뭉치의 것인지를 몇 비트나 알려 주는가?"},
	{name: "similarity spearman", reason: "가장 잦은 낱말들의 순서가 얼마나 비슷한가?"},
	{name: "similarity kilgarriff_chi2", reason: "가장 잦은 낱말들의 빈도가 두 말뭉치에서 얼마나 다른가?"},
	{name: "similarity burrows_delta", reason: "가장 잦은 낱말들의 빈도가 평균 표준편차의 몇 배나 다른가?"},
	{name: "similarity cosine_delta", reason: "두 말뭉치가 문서들의 평균에서 얼마나 다른 방향으로 벗어나는가?"},
	{name: "similarity correlation", reason: "한쪽의 빈도로 다른 쪽의 빈도를 직선으로 얼마나 잘 맞힐 수 있는가?"},
	{name: "similarity jaccard", reason: "두 말뭉치의 어휘를 합친 것에서 함께 쓰는 것의 비율은 얼마인가?"},
	{name: "similarity dice", reason: "두 말뭉치가 함께 쓰는 낱말은 평균 얼마의 비율인가?"},
	{name: "similarity hamann", reason: "두 말뭉치가 함께 쓰는 낱말은 한쪽에만 있는 낱말보다 얼마나 많은가(전체 어휘에 대한 비율)?"},
}

// koreanZeros say what a measure gives at its edges, by the English text, which several measures share. A test finds what stats
// has and this table lacks.
var koreanZeros = [...]korean{
	{name: "An empty cell adds 0 (0·ln 0 = 0). NaN where a margin is empty, or where the counts make no 2×2 table.", reason: "빈 칸은 0을 더한다(0·ln 0 = 0). 주변합이 비거나 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "−2·E₁₁ at O₁₁ = 0. NaN where f₁ or f₂ is 0.", reason: "O₁₁ = 0이면 −2·E₁₁. f₁이나 f₂가 0이면 NaN."},
	{name: "Empty cells are no exception. NaN where a margin is empty, or where the counts make no 2×2 table.", reason: "빈 칸도 예외가 아니다. 주변합이 비거나 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "1 at O₁₁ = 0 (right tail). NaN where the counts make no 2×2 table.", reason: "O₁₁ = 0이면 1(오른쪽 꼬리). 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "1 at O₁₁ = 0; 0 where E₁₁ = 0 and O₁₁ is not.", reason: "O₁₁ = 0이면 1. E₁₁ = 0인데 O₁₁이 0이 아니면 0."},
	{name: "−Inf at O₁₁ = 0. NaN where f₁ or f₂ is 0.", reason: "O₁₁ = 0이면 −Inf. f₁이나 f₂가 0이면 NaN."},
	{name: "−1 at O₁₁ = 0. NaN where f₁ or f₂ is 0, where O₁₁ = N, or where the counts make no 2×2 table.", reason: "O₁₁ = 0이면 −1. f₁이나 f₂가 0이거나, O₁₁ = N이거나, 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "0 at O₁₁ = 0 (0·log 0 = 0). NaN where f₁ or f₂ is 0.", reason: "O₁₁ = 0이면 0(0·log 0 = 0). f₁이나 f₂가 0이면 NaN."},
	{name: "NaN at O₁₁ = 0 (−∞ times 0), and where f₁ or f₂ is 0.", reason: "O₁₁ = 0이거나(−∞ × 0) f₁이나 f₂가 0이면 NaN."},
	{name: "An empty cell adds 0. NaN where a margin is empty, or where the counts make no 2×2 table.", reason: "빈 칸은 0을 더한다. 주변합이 비거나 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "0 at O₁₁ = 0. NaN where f₁ or f₂ is 0.", reason: "O₁₁ = 0이면 0. f₁이나 f₂가 0이면 NaN."},
	{name: "−Inf at O₁₁ = 0. NaN where N is 0.", reason: "O₁₁ = 0이면 −Inf. N이 0이면 NaN."},
	{name: "−√E₁₁ at O₁₁ = 0. NaN where f₁ or f₂ is 0, and for berry_rogghe where f₁+f₂ > N (−Inf where it is N).", reason: "O₁₁ = 0이면 −√E₁₁. f₁이나 f₂가 0이면 NaN. berry_rogghe는 f₁+f₂ > N이어도 NaN(N과 같으면 −Inf)."},
	{name: "0 at O₁₁ = 0. NaN where f₁ and f₂ are 0.", reason: "O₁₁ = 0이면 0. f₁과 f₂가 모두 0이면 NaN."},
	{name: "−Inf at O₁₁ = 0. NaN where f₁ and f₂ are 0.", reason: "O₁₁ = 0이면 −Inf. f₁과 f₂가 모두 0이면 NaN."},
	{name: "Empty cells are no exception. NaN where R₁ or R₂ is 0, or where the counts make no 2×2 table.", reason: "빈 칸도 예외가 아니다. R₁이나 R₂가 0이거나 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "Empty cells are no exception. NaN where C₁ or C₂ is 0, or where the counts make no 2×2 table.", reason: "빈 칸도 예외가 아니다. C₁이나 C₂가 0이거나 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "−f₂/N at O₁₁ = 0. NaN where f₁ or N is 0, or where the counts make no 2×2 table.", reason: "O₁₁ = 0이면 −f₂/N. f₁이나 N이 0이거나 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "Finite everywhere, by the ½ in each cell. NaN where the counts make no 2×2 table.", reason: "칸마다 ½을 더하므로 언제나 유한하다. 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "0 where O₁₁ or O₂₂ is 0, +Inf where O₁₂ or O₂₁ is, NaN where both happen or where the counts make no 2×2 table.", reason: "O₁₁이나 O₂₂가 0이면 0, O₁₂나 O₂₁이 0이면 +Inf. 둘 다이거나 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "A count of 0 is taken as ½ (variant half_if_zero). NaN where f₁, f₂ or R₂ is 0, or where the counts make no 2×2 table.", reason: "빈도 0은 ½로 본다(변형 half_if_zero). f₁, f₂, R₂ 가운데 하나가 0이거나 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "Finite at any counts. NaN where f₁, f₂ or R₂ is 0, or where the counts make no 2×2 table.", reason: "빈도가 얼마든 유한하다. f₁, f₂, R₂ 가운데 하나가 0이거나 빈도가 2×2 표를 이루지 못하면 NaN."},
	{name: "An empty cell adds 0 (0·ln 0 = 0). NaN where the word is absent from both, or a corpus is empty.", reason: "빈 칸은 0을 더한다(0·ln 0 = 0). 낱말이 양쪽에 모두 없거나 한 말뭉치가 비면 NaN."},
	{name: "Empty cells are no exception. NaN where the word is absent from both, or a corpus is empty.", reason: "빈 칸도 예외가 아니다. 낱말이 양쪽에 모두 없거나 한 말뭉치가 비면 NaN."},
	{name: "1 where the word is absent from both or a corpus is empty.", reason: "낱말이 양쪽에 모두 없거나 한 말뭉치가 비면 1."},
	{name: "NaN where the word is absent from both, or a corpus is empty.", reason: "낱말이 양쪽에 모두 없거나 한 말뭉치가 비면 NaN."},
	{name: "A count of 0 is taken as ½ (variant half_if_zero). NaN where the word is absent from both, or a corpus is empty.", reason: "빈도 0은 ½로 본다(변형 half_if_zero). 낱말이 양쪽에 모두 없거나 한 말뭉치가 비면 NaN."},
	{name: "Finite at any counts. NaN where the word is absent from both, or a corpus is empty.", reason: "빈도가 얼마든 유한하다. 낱말이 양쪽에 모두 없거나 한 말뭉치가 비면 NaN."},
	{name: "A count of 0 is taken as ½. NaN where the word is absent from both, or a corpus is empty.", reason: "빈도 0은 ½로 본다. 낱말이 양쪽에 모두 없거나 한 말뭉치가 비면 NaN."},
	{name: "−100 at a = 0, +Inf at b = 0. NaN where the word is absent from both, or a corpus is empty.", reason: "a = 0이면 −100, b = 0이면 +Inf. 낱말이 양쪽에 모두 없거나 한 말뭉치가 비면 NaN."},
	{name: "0 at a = 0, +Inf at b = 0. NaN where the word is absent from both, or a corpus is empty.", reason: "a = 0이면 0, b = 0이면 +Inf. 낱말이 양쪽에 모두 없거나 한 말뭉치가 비면 NaN."},
	{name: "0 at a = 0, +Inf at b = 0, NaN where both are; the interval (Woolf's) is NaN where any cell is empty. NaN where a corpus is empty.", reason: "a = 0이면 0, b = 0이면 +Inf, 둘 다 0이면 NaN. 신뢰구간(울프)은 빈 칸이 있으면 NaN. 한 말뭉치가 비면 NaN."},
	{name: "Finite at any counts, by k. NaN where a corpus is empty.", reason: "k를 더하므로 빈도가 얼마든 유한하다. 한 말뭉치가 비면 NaN."},
	{name: "−1 at a = 0, 1 at b = 0. NaN where the word is absent from both, or a corpus is empty.", reason: "a = 0이면 −1, b = 0이면 1. 낱말이 양쪽에 모두 없거나 한 말뭉치가 비면 NaN."},
	{name: "Negative where an expected count is below 1, infinite where it is 1: the formula means nothing there. NaN where the word is absent from both, or a corpus is empty.", reason: "기대 빈도가 1보다 작으면 음수, 1이면 무한대: 그때 이 식은 뜻이 없다. 낱말이 양쪽에 모두 없거나 한 말뭉치가 비면 NaN."},
	{name: "NaN where a side has no document, or where all values are equal.", reason: "한쪽에 문서가 없거나 값이 모두 같으면 NaN."},
	{name: "NaN where a side has fewer than two documents, or where neither side scatters.", reason: "한쪽의 문서가 둘보다 적거나 양쪽 모두 값이 흩어지지 않으면 NaN."},
	{name: "1 where all values are equal. NaN where a side has no document.", reason: "값이 모두 같으면 1. 한쪽에 문서가 없으면 NaN."},
	{name: "NaN where there are fewer than three documents or an empty side, or where neither side scatters.", reason: "문서가 셋보다 적거나 한쪽이 비거나 양쪽 모두 값이 흩어지지 않으면 NaN."},
	{name: "0 where all values are equal. NaN where a side has no document.", reason: "값이 모두 같으면 0. 한쪽에 문서가 없으면 NaN."},
	{name: "0 where only the reference has the word, 2 where only the target has it, 1 where both have it alike (of difference −1, 1 and 0). NaN where a side is empty.", reason: "기준에만 있으면 0, 대상에만 있으면 2, 양쪽에 똑같이 있으면 1(difference는 −1, 1, 0). 한쪽이 비면 NaN."},
	{name: "Finite everywhere, by the ½ in each count.", reason: "빈도마다 ½을 더하므로 언제나 유한하다."},
	{name: "0 where the word does not stand in the window.", reason: "낱말이 창 안에 없으면 0."},
	{name: "0 for a word that does not occur. NaN where there are no parts.", reason: "나오지 않는 낱말은 0. 부분이 없으면 NaN."},
	{name: "NaN for a word that does not occur.", reason: "나오지 않는 낱말은 NaN."},
	{name: "NaN for a word that does not occur, and where there is one part only.", reason: "나오지 않는 낱말과 부분이 하나뿐일 때는 NaN."},
	{name: "1 for a word that occurs once. NaN for one that does not occur, and where positions are not given.", reason: "한 번 나오는 낱말은 1. 나오지 않거나 자리를 모르면 NaN."},
	{name: "log₁₀ N for a word that occurs once. NaN for one that does not occur, and where positions are not given.", reason: "한 번 나오는 낱말은 log₁₀ N. 나오지 않거나 자리를 모르면 NaN."},
	{name: "(N+1)/2 for a word that occurs once. NaN for one that does not occur, and where positions are not given.", reason: "한 번 나오는 낱말은 (N+1)/2. 나오지 않거나 자리를 모르면 NaN."},
	{name: "NaN for an empty text.", reason: "빈 글은 NaN."},
	{name: "NaN for texts of no or one token.", reason: "토큰이 하나 이하인 글은 NaN."},
	{name: "−Inf for texts of one type and more than e tokens. NaN where ln N is below 0 or 1.", reason: "타입이 하나이고 토큰이 e개보다 많은 글은 −Inf. ln N이 0보다 작거나 1이면 NaN."},
	{name: "+Inf where all words are different. NaN for texts of no or one token.", reason: "낱말이 모두 다르면 +Inf. 토큰이 하나 이하인 글은 NaN."},
	{name: "0 where all words are different. NaN for texts of no or one token.", reason: "낱말이 모두 다르면 0. 토큰이 하나 이하인 글은 NaN."},
	{name: "NaN for texts shorter than one segment, and where the order is unknown.", reason: "한 구간보다 짧은 글과 순서를 모르는 글은 NaN."},
	{name: "NaN for texts of fewer than two segments, and where the order is unknown.", reason: "구간이 둘보다 적은 글과 순서를 모르는 글은 NaN."},
	{name: "NaN for texts shorter than the window, and where the order is unknown.", reason: "창보다 짧은 글과 순서를 모르는 글은 NaN."},
	{name: "NaN for texts of fewer than two windows, and where the order is unknown.", reason: "창이 둘보다 적은 글과 순서를 모르는 글은 NaN."},
	{name: "+Inf where all words are different. NaN for an empty text, and where the order is unknown.", reason: "낱말이 모두 다르면 +Inf. 빈 글과 순서를 모르는 글은 NaN."},
	{name: "NaN for texts shorter than the sample.", reason: "표본보다 짧은 글은 NaN."},
	{name: "+Inf where all words are different. NaN for texts of fewer than 50 tokens.", reason: "낱말이 모두 다르면 +Inf. 토큰이 50개보다 적은 글은 NaN."},
	{name: "0 where all words are different. NaN for an empty text.", reason: "낱말이 모두 다르면 0. 빈 글은 NaN."},
	{name: "+Inf where all words are different. NaN for an empty text.", reason: "낱말이 모두 다르면 +Inf. 빈 글은 NaN."},
	{name: "0 where all types are equally frequent. NaN for an empty text.", reason: "타입의 빈도가 모두 같으면 0. 빈 글은 NaN."},
	{name: "0 for a text of one type. NaN for an empty text.", reason: "타입이 하나인 글은 0. 빈 글은 NaN."},
	{name: "1 where all words are different. NaN for an empty text.", reason: "낱말이 모두 다르면 1. 빈 글은 NaN."},
	{name: "NaN for an empty text, and where content words were not counted.", reason: "빈 글과 내용어를 세지 않은 글은 NaN."},
	{name: "NaN where there is no fit: fewer than three types, types of equal frequency, frequencies that fall as an exponential does (b would be infinite), or level ones below the first (b would be −1).", reason: "맞춘 값이 없으면 NaN: 타입이 셋보다 적거나, 빈도가 모두 같거나, 빈도가 지수 함수처럼 떨어지거나(b가 무한대), 첫째 밑으로 고를 때(b가 −1)."},
	{name: "NaN where a corpus is empty.", reason: "한 말뭉치가 비면 NaN."},
	{name: "A word of one corpus alone adds half its share. NaN where a corpus is empty.", reason: "한 말뭉치에만 있는 낱말은 그 비율의 반을 더한다. 한 말뭉치가 비면 NaN."},
	{name: "NaN for fewer than two words, and where all words are equally frequent in a corpus.", reason: "낱말이 둘보다 적거나 한 말뭉치에서 빈도가 모두 같으면 NaN."},
	{name: "Words that don't vary over the documents are left out. NaN where none is left, or Mean and SD are not given.", reason: "문서마다 빈도가 같은 낱말은 뺀다. 남는 것이 없거나 평균과 표준편차를 모르면 NaN."},
}

// koreanChoices are values of flags as Korean readers find them below a table; programs, and English readers, get the values.
var koreanChoices = map[string]string{
	string(corpus.WithinSentence):  "문장",
	string(corpus.WithinParagraph): "문단",
	string(corpus.WithinDocument):  "문서",
	partsEqual:                     "같은 크기",
	"documents":                    "문서",
	stats.Plain.String():           "f1·f2/N(plain)",
	stats.SpanCorrected.String():   "f1·S·f2/N(span)",
	stats.PairCount.String():       "자리 쌍 N·S개 기준(pairs)",
}

// choiceWords gives the value of a flag as people read it.
func choiceWords(name string) report.Text { return report.Text{name, koreanChoices[name]} }

// correctionWords names a correction for people.
func correctionWords(c *stats.Correction) report.Text { return report.Text{c.Name, c.Korean} }

// koreanPresets are the notes and the sources of the presets.
var koreanPresets = [...]struct{ name, note, source string }{
	{"antconc", "핵심어는 인용된 논문의 두 항이 아니라 네 항의 로그우도비다. 음의 핵심어는 따로 켜야 보인다.",
		"네 항: L. Anthony, AntConc-Discussion, 2023년 2월 2일(groups.google.com/g/antconc/c/c5WuwK1Wvfw). 기준 p < 0.05(본페로니)는 확인하지 못했다. 구할 수 있는 설명서에는 기준이 적혀 있지 않다. 쓰시는 판의 설정과 견주어 보고 다르면 --max-p와 --correct로 주면 된다."},
	{"wordsmith", "MI, T, 로그우도비는 창의 크기를 셈에 넣지 않고 Z는 넣는다. MI3는 O³/E가 아니라 오크스의 식이다. 표준화 TTR의 구간은 1,000토큰이다.",
		"WordSmith Tools 7 설명서의 Formulae(lexically.net/downloads/version7/HTML/formulae.html)와 Minimum & Maximum settings(1,000토큰). 기준 0.000001은 6판의 기본값이다(lexically.net/downloads/version6/HTML/p_value.htm). 7판 설명서에는 기본값이 없고, p = 0.1에 BIC 2.5 이상을 권한다."},
	{"cqpweb", "기대 빈도는 모든 창의 토큰을 센다. Log Ratio는 로그우도비가 기준을 넘는 낱말에만 보인다.",
		"Hardie 2014, CQPweb 3.2가 Bundesregierung의 공기어에 찍은 값(fau-klue/pandas-association-measures의 cqpweb-gold-lr.tsv). 기준 0.0001(시다크)은 확인하지 못했다."},
	{"sketchengine", "유의성 검정이 없다. ALDF는 ald의 변형 alf다.",
		"Statistics used in the Sketch Engine(Lexical Computing, 2015). 단순 비율(simple maths)은 Kilgarriff 2009."},
	{"khcoder", "창의 공기어는 Z 말고는 창의 크기를 셈에 넣지 않으며, 점수는 소수 셋째 자리에서 (반올림이 아니라) 자른다. 관련어와 네트워크는 창이 아니라 두 낱말이 함께 있는 문서나 문장을 센다. 공기어는 거리 가중 점수(kstat collocates의 dist) 순서다.",
		"프로그램 소스 3판, Higuchi 2016."},
	{"ucs", "로그우도비 말고는 모두 상용로그다. Fisher와 푸아송은 −log₁₀ p로 찍는다. 빈 칸이 있는 로그 오즈비는 ±10⁷로 찍는다.",
		"도구가 찍은 값(fau-klue/pandas-association-measures의 ucs-gold-100.ds), 94쌍의 모든 측도."},
	{"quanteda", "correction = \"none\"일 때의 값이다. 기본값은 설명서에 없는 조건에 따라 chi2와 lr을 예이츠나 윌리엄스로 보정한다. \"exact\"는 Fisher의 p 곁에 오즈비를 보인다.",
		"quanteda.textstats 0.97.3의 소스와 설명서. 유의성 기준은 없다: textstat_keyness는 모든 낱말을 보인다."},
}

func koreanOf(table []korean, name string) korean {
	for _, k := range table {
		if k.name == name {
			return k
		}
	}
	return korean{}
}

// noticeTexts gives what is said about an input and what to do about it.
func noticeTexts(k corpus.Kind) (reason, hint report.Text) {
	ko := koreanOf(koreanNotices[:], string(k))
	for _, m := range corpus.Messages() {
		if m.Kind == k {
			return report.Text{m.Reason, ko.reason}, report.Text{m.Hint, ko.hint}
		}
	}
	return report.Text{string(k)}, report.Text{}
}

// notice gives noticeTexts in the reader's language.
func (p *program) notice(k corpus.Kind) (reason, hint string) {
	r, h := noticeTexts(k)
	return r.In(p.lang), h.In(p.lang)
}

// ruleText says what a cleaning rule does.
func ruleText(r corpus.Rule) report.Text {
	return report.Text{r.Does, koreanOf(koreanRules[:], r.Name).reason}
}

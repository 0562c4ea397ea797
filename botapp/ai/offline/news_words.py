"""The words at which a text may be news, or a message to be careful with, in three languages.

Rather too many than too few: one of them, and the text is explained. Written for texts as `events.plain`
makes them, as whole words.
"""

import re

REPORTING = (
    r"сообщ[аи]\w+|сообщен\w*|заяв(?:и|л)\w+|объяв(?:и|л)\w+|рассказал\w*|подтвер\w+|опубликова\w+|отчита\w+"
    r"|предупре\w+|по данным|по словам|согласно|отмети\w+|пишет|пишут|прогноз\w*|эксперт\w*|аналитик\w*"
    r"|источник\w*|новост\w*|повідом(?!лення)\w+|заяв\w+|оголо[шс]\w+|розпові[вл]\w*|підтвер\w+|опублік\w+"
    r"|попере(?:д|джа)\w+|за даними|за словами|згідно|зазначи\w+|пише|пишуть|експерт\w*|аналітик\w*"
    r"|джерел\w*|новин\w*|said|says|announc\w+|report\w*|accord\w+|confirm\w*|publish\w*|warn\w*|forecast\w*"
    r"|analyst\w*|expert\w*|sources?|breaking|news|statement|claim\w*|told|denie[sd]|unveil\w*|reveal\w*"
)
MONEY = (
    r"рын(?:ок|к)\w*|цен[аыеу]\w{0,2}|курс\w{0,3}|ставк\w*|банк\w*|бирж\w*|акци[яйюи]\w*|облигац\w*|крипт\w*"
    r"|токен\w*|коин\w*|валют\w*|доллар\w*|евро|рубл\w*|гривн\w*|гривен\w*|юан\w*|инвест\w*|вклад\w*"
    r"|вложи\w+|кредит\w*|ипотек\w*|займ\w*|займи\w*|одолж\w+|налог\w*|инфляц\w*|бюджет\w*|экономик\w*"
    r"|финанс\w*|прибыл\w*|убыт\w*|доход\w*|выручк\w*|капитал\w*|сделк\w*|торг(?!ов\w+ центр)\w+|трейд\w*"
    r"|майн\w*|кошел\w+|блок\w{0,3}|фонд\w*|нефт\w*|золот[оауе]\w?|газ\w{0,3}|санкц\w*|пошлин\w*|пенси\w*"
    r"|зарплат\w*|дивиденд\w*|купон\w*|долг\w*|страхов\w*|подорож\w+|подешев\w+|дорожа\w+|дешев\w+|переводы?"
    r"|оплат\w*|плат[еи]ж\w*|комисси\w*|миллион\w*|миллиард\w*|продал\w*|продаж\w*|прода[мею]\w*|бонус\w*"
    r"|акциз\w*|субсиди\w*|эмисси\w*|эмитент\w*|регулятор\w*|отскок\w*|уровн\w+|уровень|лонг\w*|шорт(?!ы)\w*"
    r"|тренд\w*|позици\w*|сигнал\w*|график\w*|пробо[йяею]\w?|депозит\w*|плеч\w*|памп\w*|дамп\w*|дно"
    r"|портфел\w*|купил\w*|куплю|покупа\w+|прода[юем]\w*|ваучер\w*|предлага\w+|рекоменд\w+|советую|обещаю"
    r"|научу|заходим|предзаказ\w*|аирдроп\w*|айрдроп\w*|эйрдроп\w*|актив\w{0,3}|деп\w?|рівень|рівн\w+"
    r"|позиці\w*|графік\w*|купив\w*|купу\w+|пропону\w+|раджу|рекоменду\w+|обіця\w+|рин(?:ок|к)\w*"
    r"|цін[аиіу]\w{0,2}|бірж\w*|акці[їяйює]\w*|облігац\w*|долар\w*|євро|інвест\w*|внес\w+|вкла[дс]\w*"
    r"|іпотек\w*|позик\w*|позич\w*|подат\w*|інфляц\w*|економік\w*|фінанс\w*|прибут\w*|збит(?:к|ок)\w*"
    r"|дохо\w*|дохід\w*|виручк\w*|капітал\w*|угод[аиу]|торгів\w*|гаман\w*|нафт\w*|санкці\w*|мит[ао]\w?"
    r"|пенсі\w*|дивіденд\w*|борг\w*|страхув\w*|подорожча\w*|здешев\w*|переказ\w*|платіж\w*|платеж\w*"
    r"|комісі\w*|мільйон\w*|мільярд\w*|прода[жв]\w*|markets?|prices?|pric\w+|rates?|banks?\w*|exchanges?"
    r"|shares?|stocks?|bonds?|crypto\w*|tokens?|coins?|currenc\w+|dollars?|euros?|invest\w*|deposits?|credit"
    r"|mortgage\w*|loans?|lend\w*|borrow\w*|tax\w*|tariff\w*|inflation|budget\w*|econom\w+|financ\w+"
    r"|profit\w*|loss(?:es)?|income|revenue\w*|earn\w+|capital|deals?|trad\w+|min(?:er|ing)\w*|wallets?"
    r"|funds?|oil price\w*|gold|sanction\w*|pension\w*|salar\w+|dividend\w*|debts?|insur\w+|pay\w*|fees?"
    r"|million\w*|levels?|support|resistance|longs?|shorts?|dip|trend\w*|positions?|signals?|charts?"
    r"|breakout\w*|bottom|rall(?:y|ies)|portfolio\w*|vouchers?|bought|buying|assets?|memecoin\w*|offer\w*"
    r"|recommend\w*|promise\w*|holdings?|ралл?и|хомяк\w*|billion\w*|sold|sales?|sells?|selling|regulat\w+"
    r"|futures|hodl\w*|pump\w*|dump(?:s|ed|ing)?|moon(?:ing|ed)|bull\w*|bear(?:s|ish)"
)
EVENTS = (
    r"вырос\w*|упал[аио]?|рухну\w+|раст[еу]т|пада[ею]т|рекорд\w*|запуст\w+|запуск\w*|закры(?:л|т|в)\w*"
    r"|откры(?:л|т|в)\w*|запрет\w*|запрещ\w*|разреш\w+|закон\w*|законопроект\w*|суд\w{0,2}|иск\w{0,2}"
    r"|арест\w*|взлом\w*|хакер\w*|украл\w*|похи[тщ]\w+|мошенн\w*|минфин\w*|центробанк\w*|цб|фрс"
    r"|правительств\w*|президент\w*|министр\w*|министерств\w*|депутат\w*|госдум\w*|компани\w*|корпорац\w*"
    r"|завод\w*|стартап\w*|выпусти\w+|обнов(?:и|л)\w+|релиз\w*|партнер\w*|слияни\w*|поглощ\w+|банкрот\w*"
    r"|кризис\w*|сократи\w+|увольн\w+|уволи\w+|повыси\w+|снизи\w+|сохрани\w+|отзыв\w*|утечк\w*|уряд\w*"
    r"|міністр\w*|міністерств\w*|рад[аиу]|компані\w*|корпораці\w*|зріс\w*|зросл\w*|впа[вл]\w*|обвал\w*"
    r"|зростає|зростають|пада[єю]\w*|запусти\w+|закри[влт]\w*|відкри[влт]\w*|заборон\w*|дозвол\w*|арешт\w*"
    r"|злам\w*|викра[влд]\w*|шахра\w*|нбу|випусти\w+|онов\w+|реліз\w*|злитт\w*|криз\w*|скорот\w+|звільн\w+"
    r"|підвищ\w+|зни[зж]\w+|збере[гж]\w+|витік\w*|законопро\w*|r(?:ose|ises?|ising)|f(?:ell|alls|alling)"
    r"|plung\w+|surg\w+|soar\w*|jump(?:s|ed)|crash\w*|record\w*|launch\w*|ban(?:s|ned)?|law(?:s|suit|suits)?"
    r"|bills?|court\w*|su(?:es|ed)|arrest\w*|hack\w*|stole\w*|scam\w*|fraud\w*|government\w*|president\w*"
    r"|minist\w+|central|fed|parliament\w*|senat\w+|compan(?:y|ies)|corporation\w*|startup\w*|releas\w+"
    r"|updat\w+|upgrad\w+|partner\w*|merg\w+|acqui\w+|bankrupt\w*|crisis|cuts?|layoffs?|rais(?:es|ed)"
    r"|lower\w*|leak\w*|burns?|list(?:s|ed|ing)|network\w*|protocol\w*|project\w*|airdrop\w*|presale"
    r"|whitelist\w*|producers?|firms?|factor(?:y|ies)|supply"
)
# What frauds speak of: whoever sends that wants to know whether it is one.
CAREFUL = (
    r"лс|личк\w*|директ\w*|жми\w*|не пожале\w+|успе(?:й|йте)|переведи\w*|перекинь\w*|перекаж\w+|на карт\w+"
    r"|send me|аккаунт\w*|карт[аыуе]|карточк\w*|посылк\w*|код(?:а|у|ы|ом)?|парол\w*|заблокир\w+|выигра\w+"
    r"|приз\w{0,2}|бесплатн\w+|заработ\w*|подработ\w*|ваканси\w*|ссылк\w*|авари\w*|больниц\w*|полици\w*"
    r"|срочно|номер\w{0,2}|служб\w*|оператор\w*|менеджер\w*|подпис\w+|вас|вам|ваш\w*|вы|гарант\w*"
    r"|проголосу\w*|голосован\w*|до зарплаты|подар(?:ок|им|ит)\w* от|акаунт\w*|картк\w*|посилк\w*|виграл\w*"
    r"|виграш\w*|безкоштовн\w+|заробі\w*|заробля\w*|вакансі\w*|посилан\w*|аварі\w*|лікарн\w*|поліці\w*"
    r"|терміново|ви|ваша|ваше|ваші|account\w*|cards?|parcel\w*|codes?|password\w*|blocked|winn?\w*|won"
    r"|prizes?|free|job|jobs|vacanc\w+|links?|click\w*|verif\w+|hospital\w*|police|urgent\w*|number|whatsapp"
    r"|telegram|support|manager\w*|guarante\w*|your|subscrib\w+|курьер\w*|доставк\w*|кур'єр\w*|courier\w*"
    r"|deliver\w*|(?:hello|hi|my) dear|dear (?:sir|madam|friend|customer|client|user|beneficiary|winner)s?"
    r"|inherit\w*|наследств\w*|спадщин\w*|адвокат\w*|юрист\w*|нотариус\w*|lawyer\w*|attorney|need you to"
    r"|widow\w*|вдов[аы]|gift cards?|wire|transfer\w*|customs|jail|bail|accident"
)


def compiled(*alternatives: str) -> re.Pattern[str]:
    """Any of these as whole words."""
    return re.compile(rf"(?<![\w'])(?:{'|'.join(alternatives)})(?![\w'])")

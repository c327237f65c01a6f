import { normaliseText } from '../../quantity/normalise';

/** Prefectures of Japan: name without its suffix, reading, Roman letters. */
const PREFECTURES = `
北海道 ほっかいどう hokkaido|青森 あおもり aomori|岩手 いわて iwate|宮城 みやぎ miyagi|秋田 あきた akita|山形 やまがた yamagata
福島 ふくしま fukushima|茨城 いばらき ibaraki|栃木 とちぎ tochigi|群馬 ぐんま gunma|埼玉 さいたま saitama|千葉 ちば chiba
東京 とうきょう tokyo|神奈川 かながわ kanagawa|新潟 にいがた niigata|富山 とやま toyama|石川 いしかわ ishikawa|福井 ふくい fukui
山梨 やまなし yamanashi|長野 ながの nagano|岐阜 ぎふ gifu|静岡 しずおか shizuoka|愛知 あいち aichi|三重 みえ mie|滋賀 しが shiga
京都 きょうと kyoto|大阪 おおさか osaka|兵庫 ひょうご hyogo|奈良 なら nara|和歌山 わかやま wakayama|鳥取 とっとり tottori
島根 しまね shimane|岡山 おかやま okayama|広島 ひろしま hiroshima|山口 やまぐち yamaguchi|徳島 とくしま tokushima|香川 かがわ kagawa
愛媛 えひめ ehime|高知 こうち kochi|福岡 ふくおか fukuoka|佐賀 さが saga|長崎 ながさき nagasaki|熊本 くまもと kumamoto
大分 おおいた oita|宮崎 みやざき miyazaki|鹿児島 かごしま kagoshima|沖縄 おきなわ okinawa`;

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  PREFECTURES.trim()
    .split(/[|\n]/)
    .flatMap((entry) => {
      const names = entry.split(' ');
      return names.map((name) => [name, names[0]!] as const);
    }),
);

/** A suffix that a name may have: of one kanji, in kana, or in words. */
const SUFFIX = /(?:都|府|県|(?<=.{2})(?:と|ふ|けん)|[ -](?:to|fu|ken|prefecture|metropolis|pref\.?))$/;
const MARKS = /[\u0300-\u036f]/g;

/**
 * A place as one key, however it is spelled: widths, letter case, long vowels in Roman letters, and the prefectures of Japan in kanji,
 * kana or Roman letters.
 */
export function placeKey(place: string | null): string {
  const text = normaliseText(place ?? '')
    .toLowerCase()
    .replace(/[āīūēōâîûêô]/g, (letter) => letter.normalize('NFD').replace(MARKS, ''))
    .trim();
  const bare = text.replace(SUFFIX, '');
  return SPELLINGS.get(text) ?? SPELLINGS.get(bare) ?? text;
}

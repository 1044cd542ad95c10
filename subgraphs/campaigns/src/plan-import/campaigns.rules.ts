import { campaignKey, initiatorLevel, isNationalForm, knownCampaign } from './campaign-name.rules.js';
import { campaignLists } from './campaign-list.rules.js';
import type { ListedCampaign } from './campaign-list.rules.js';
import { readCitations } from './citations.rules.js';
import { KNOWN_CAMPAIGNS } from './known-campaigns.data.js';
import { spanOf } from './passage.rules.js';
import { quotations } from './quotes.rules.js';
import type { Paragraph } from './sections.rules.js';
import { sectionRole } from './targets.rules.js';

/** A campaign as one plan names it; `initiatorLevel` is what this plan says (R-104, A-15). */
export interface CampaignMention {
  readonly name: string;
  readonly initiatorLevel: string;
  readonly section: string;
  readonly own?: true;
  readonly initiator?: string;
  readonly byDocument?: string;
  readonly parentOfOwn?: true;
  readonly periodText?: string;
  /** Stands for several campaigns that are not named (R-112). */
  readonly group?: true;
  readonly wave?: true;
  /** The plan says itself who started it; otherwise the level is known from elsewhere. */
  readonly stated: boolean;
  /** National campaign this is a form of. */
  readonly inferredParent?: string;
  readonly start: number;
  readonly end: number;
}

type Draft = Omit<CampaignMention, 'section' | 'start' | 'end'> & { readonly from: number; readonly to: number };

const WAVES =
  /(các đợt thi đua (?:chào mừng [^;,.]*?|trong năm))(?=[;,.]|\s+đến\s|$)|phong trào thi đua (lập thành tích chào mừng [^;,.]*?)(?=\s+và\s|[;,.]|$)/giu;
const ONE_WAVE = /(?<!các )(?<!Các )[Đđ]ợt thi đua chào mừng [^;,.(“"]+/gu;
const GROUP =
  /((?:các cuộc vận động,? (?:và )?)?các phong trào thi đua(?: chuyên đề| yêu nước)?) do ([^;.“"]{2,120}?) phát động(?!\s+(?:như|:))/giu;
const LAUNCHED = /phát động (phong trào thi đua .*)$/u;
const WITH_EXEMPLARS = /(?:và|tổ chức) (thi đua (?:cùng|với|theo) [^,;]*?)(?=\s+trên địa bàn|\s+giai đoạn|$)/u;
const QUOTED_BEFORE = /(?:[Pp]hong trào(?: thi đua)?|[Cc]uộc vận động)(?![^“”".;:]{0,80}?(?:chủ đề|danh hiệu|Đại hội))[^“”".;:]{0,60}$/u;
const BY_WHOM = /^[^“”".;]{0,40}do\s+([^,;.“”"]{2,80}?)\s+phát động/u;
const PERIOD = /giai đoạn \d{4}\s*[-–]\s*\d{4}/u;

/** Every campaign a plan names, each once, its own first. */
export function readCampaigns(
  title: { text: string; start: number; end: number },
  issuer: string | null,
  level: string,
  paragraphs: readonly Paragraph[],
): CampaignMention[] {
  const own: CampaignMention = {
    name: title.text,
    initiatorLevel: level,
    section: 'title',
    own: true,
    ...(issuer ? { initiator: issuer } : {}),
    stated: true,
    start: title.start,
    end: title.end,
  };
  const mentions = paragraphs.flatMap((paragraph) => mentionsIn(paragraph).map((draft) => place(draft, paragraph)));
  const text = paragraphs.map((paragraph) => paragraph.passage.plain).join('\n');
  return [own, ...dropCovered(mergeMentions(mentions)).map((mention) => withoutUncited(mention, text))];
}

/** The launching document is only named when the plan cites it. */
function withoutUncited({ byDocument, ...mention }: CampaignMention, text: string): CampaignMention {
  return byDocument && text.includes(byDocument) ? { ...mention, byDocument } : mention;
}

function place({ from, to, ...draft }: Draft, paragraph: Paragraph): CampaignMention {
  return { ...draft, section: paragraph.id, ...spanOf(paragraph.passage, from, to) };
}

function mentionsIn(paragraph: Paragraph): Draft[] {
  const text = paragraph.passage.plain;
  const listed = campaignLists(text).map((item): Draft => listedDraft(item));
  const drafts = [
    ...byDocuments(paragraph),
    ...waves(text),
    ...namedWaves(text),
    ...groups(text),
    ...listed,
    ...outside(listed, [...quotedAlone(text), ...unquotedKnown(text)]),
  ];
  return drafts.toSorted((a, b) => a.from - b.from);
}

/** What stands inside a listed name is part of it. */
function outside(listed: readonly Draft[], drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => !listed.some((item) => item.from <= draft.from && draft.to <= item.to));
}

function listedDraft({ name, words, group, inside, from, to }: ListedCampaign): Draft {
  const stated = initiatorLevel(words);
  const known = knownCampaign(name);
  const level = stated !== 'unknown' ? stated : known ? 'central' : 'unknown';
  return {
    name,
    initiatorLevel: level,
    stated: stated !== 'unknown',
    ...(group ? { group: true as const } : {}),
    ...period(name),
    ...(inside ? { inferredParent: inside } : parentOf(name)),
    from,
    to,
  };
}

function parentOf(name: string): { inferredParent?: string } {
  const known = knownCampaign(name);
  return known && !isNationalForm(name, known) ? { inferredParent: known.name } : {};
}

function period(text: string): { periodText?: string } {
  const periodText = PERIOD.exec(text)?.[0];
  return periodText ? { periodText } : {};
}

/** "Chỉ thị số … về việc phát động phong trào thi đua …": the document launches the campaign. */
function byDocuments(paragraph: Paragraph): Draft[] {
  return readCitations(paragraph.passage.plain).flatMap((item): Draft[] => {
    const subject = item.subject ?? '';
    const name =
      LAUNCHED.exec(subject)?.[1] ?? (item.type === 'Kế hoạch' || item.type === 'Công văn' ? WITH_EXEMPLARS.exec(subject)?.[1] : undefined);
    if (!name || readCitations(subject).length > 0) return [];
    const basis = paragraph.region === 'preamble' && !item.nested && LAUNCHED.test(subject);
    return [
      {
        name,
        initiatorLevel: initiatorLevel(item.issuer ?? ''),
        stated: true,
        ...(item.issuer ? { initiator: item.issuer } : {}),
        ...(item.number ? { byDocument: item.number } : {}),
        ...(basis ? { parentOfOwn: true as const } : {}),
        ...period(subject),
        from: item.from,
        to: item.to,
      },
    ];
  });
}

function waves(text: string): Draft[] {
  return [...text.matchAll(WAVES)].map((match) => ({
    name: (match[1] ?? match[2] ?? '').trim(),
    initiatorLevel: 'department',
    stated: false,
    group: true as const,
    wave: true as const,
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** One wave with its occasion is a campaign of its own (R-114). */
function namedWaves(text: string): Draft[] {
  return [...text.matchAll(ONE_WAVE)].map((match) => ({
    name: match[0].trim(),
    initiatorLevel: 'department',
    stated: false,
    wave: true as const,
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function groups(text: string): Draft[] {
  return [...text.matchAll(GROUP)].map((match) => ({
    name: match[0].trim(),
    initiatorLevel: initiatorLevel(match[2] ?? ''),
    stated: true,
    group: true as const,
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function quotedAlone(text: string): Draft[] {
  return quotations(text).flatMap((quoted): Draft[] => {
    const before = text.slice(Math.max(0, quoted.from - 121), quoted.from - 1);
    const known = knownCampaign(quoted.content);
    const introduced = QUOTED_BEFORE.exec(before)?.[0];
    if (introduced === undefined && known?.key !== 'hcm') return [];
    const level = initiatorLevel(BY_WHOM.exec(text.slice(quoted.end))?.[1] ?? introduced ?? '');
    return [
      {
        name: quoted.content,
        initiatorLevel: level !== 'unknown' ? level : known ? 'central' : 'unknown',
        stated: level !== 'unknown',
        ...(known?.document ? { byDocument: known.document } : {}),
        ...period(quoted.content),
        ...period(text.slice(quoted.end, quoted.end + 40)),
        ...parentOf(quoted.content),
        from: quoted.from,
        to: quoted.end - 1,
      },
    ];
  });
}

function unquotedKnown(text: string): Draft[] {
  return KNOWN_CAMPAIGNS.filter((known) => known.unquoted).flatMap((known): Draft[] => {
    const match = known.core.exec(text);
    if (!match) return [];
    return [
      {
        name: match[0],
        initiatorLevel: 'central',
        stated: false,
        ...(known.document ? { byDocument: known.document } : {}),
        from: match.index,
        to: match.index + match[0].length,
      },
    ];
  });
}

/** The first printing names it; a later one that states the initiator settles the level. */
function mergeMentions(mentions: readonly CampaignMention[]): CampaignMention[] {
  const byKey = new Map<string, CampaignMention>();
  for (const mention of mentions) {
    const key = campaignKey(mention.name);
    const known = byKey.get(key);
    if (!known) byKey.set(key, mention);
    else if (!known.stated && mention.stated) byKey.set(key, { ...known, initiatorLevel: mention.initiatorLevel, stated: true });
    else if (!known.byDocument && mention.byDocument) byKey.set(key, { ...known, byDocument: mention.byDocument });
  }
  return [...byKey.values()];
}

/** A national campaign named in passing is no mention of its own when the plan names it, or its local form, in full. */
function dropCovered(mentions: readonly CampaignMention[]): CampaignMention[] {
  return mentions.filter((mention) => {
    const known = mention.stated || mention.group ? null : knownCampaign(mention.name);
    if (!known) return true;
    const fuller = mentions.find(
      (other) =>
        other !== mention &&
        knownCampaign(other.name) === known &&
        (other.stated || campaignKey(other.name).length > campaignKey(mention.name).length),
    );
    return !fuller;
  });
}

/** True when a list of campaigns is left open ("như", "…"), R-111. */
export function campaignListOpen(paragraphs: readonly Paragraph[]): { section: string; printed: string } | null {
  for (const paragraph of paragraphs) {
    if (sectionRole(paragraph.section) === 'assignments' || campaignLists(paragraph.passage.plain).length === 0) continue;
    const printed = /[^\s”"]*\s?[^\s”"]*\.{3,}|[,;]\s*…|…/u.exec(paragraph.passage.plain)?.[0];
    if (printed) return { section: paragraph.id, printed };
  }
  return null;
}

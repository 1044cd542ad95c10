import type { PlanAssignment } from './assignments.rules.js';
import type { CampaignMention } from './campaigns.rules.js';
import type { LegalBasis } from './legal-bases.rules.js';
import type { PlanPeriod } from './period.rules.js';
import type { PartialDate } from './place-date.rules.js';
import type { PublishOrder } from './publish-orders.rules.js';
import type { RecipientLine } from './recipients.rules.js';
import type { OtherReference } from './references.rules.js';
import type { StaffScope } from './scope.rules.js';
import type { Signature } from './signature.rules.js';
import type { PlanTarget } from './targets.types.js';
import type { Theme } from './theme.rules.js';

export interface ExtractedParagraph {
  readonly id: string;
  readonly marker: string | null;
  readonly text: string;
  /** Only when the text carries emphasis marks. */
  readonly plainText?: string;
  readonly start: number;
  readonly end: number;
}

export interface ExtractedSection {
  readonly id: string;
  readonly label: string;
  readonly heading: string | null;
  readonly level: number;
  readonly start: number;
  readonly end: number;
  readonly paragraphs: readonly ExtractedParagraph[];
  readonly children: readonly ExtractedSection[];
}

export type WarningSeverity = 'INFO' | 'WARNING' | 'DECISION';

/** Something the importer could not settle, or noticed; nothing is guessed in silence. */
export interface ImportWarning {
  readonly code: WarningCode;
  readonly severity: WarningSeverity;
  readonly section: string | null;
  readonly start: number | null;
  readonly end: number | null;
  /** Values for the message, e.g. the printed label. */
  readonly vars: Readonly<Record<string, string>>;
}

export const WARNING_CODES = [
  'NO_THEME',
  'NO_QUANTITATIVE_TARGET',
  'AS_ABOVE_WITHOUT_ADDRESSEE',
  'SECTION_NUMBER_GAP',
  'SECTION_LABEL_REPEATED',
  'UNRESOLVED_ISSUER',
  'BLANK_NUMBER',
  'NO_NUMBER',
  'INCOMPLETE_DATE',
  'NO_DOCUMENT_TYPE',
  'NO_SECTIONS',
  'NO_LEGAL_BASIS',
  'NO_RECIPIENTS',
  'NO_SIGNATURE',
  'NO_SIGNER_NAME',
  'SIGNED_ON_BEHALF',
  'UNKNOWN_RECIPIENT',
  'TARGET_READING_ASSUMED',
  'CAMPAIGN_LEVEL_UNKNOWN',
  'CAMPAIGN_LIST_OPEN',
  'CITATION_WITHOUT_DATE',
  'NO_ASSIGNMENT',
  'NO_YEAR',
  'ANNEX_NOT_READ',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** What the importer read from one plan; spans point into `source`, which is never changed. */
export interface PlanExtract {
  readonly issuer: string | null;
  readonly parentAuthority: string | null;
  readonly documentNumber: string | null;
  readonly documentNumberParts: { readonly sequence: string | null; readonly symbol: string } | null;
  readonly place: string | null;
  readonly date: PartialDate | null;
  readonly dateAsPrinted: string | null;
  readonly documentType: string | null;
  readonly title: string;
  readonly header: { readonly printed: readonly string[] };
  readonly legalBases: readonly LegalBasis[];
  readonly otherReferences: readonly OtherReference[];
  readonly theme: string | null;
  readonly themeLevel: Theme['level'] | null;
  readonly themeSection: string | null;
  /** The theme is the year's special topic of a standing campaign. */
  readonly themeSpecial: boolean;
  readonly period: PlanPeriod;
  readonly scope: StaffScope | null;
  readonly preamble: readonly ExtractedParagraph[];
  readonly sections: readonly ExtractedSection[];
  readonly closing: readonly ExtractedParagraph[];
  readonly targets: readonly PlanTarget[];
  readonly assignments: readonly PlanAssignment[];
  readonly campaigns: readonly CampaignMention[];
  readonly campaignListOpen: { readonly section: string; readonly printed: string } | null;
  readonly recipients: readonly RecipientLine[];
  readonly publishOrders: readonly PublishOrder[];
  readonly signatory: Signature;
  readonly warnings: readonly ImportWarning[];
}

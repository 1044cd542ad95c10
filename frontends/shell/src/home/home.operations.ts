import type { GraphDocument } from '@thidua/web';

export interface StatisticsAnswer {
  readonly awardStatistics: {
    readonly rows: readonly {
      readonly awardType: { readonly code: string; readonly name: string; readonly nameEn: string };
      readonly individuals: number;
      readonly collectives: number;
      readonly households: number;
    }[];
  } | null;
}

export const STATISTICS = `query ShellStatistics($year: Int!) {
  awardStatistics(year: $year) { rows { awardType { code name nameEn } individuals collectives households } }
}` as unknown as GraphDocument<StatisticsAnswer, { year: number }>;

export interface CertificateAnswer {
  readonly certificate: {
    readonly status: string;
    readonly recipientName: string | null;
    readonly awardName: string | null;
    readonly decisionNumber: string | null;
    readonly decisionDate: string | null;
    readonly issuer: { readonly name: string } | null;
  } | null;
}

export const CERTIFICATE = `query ShellCertificate($code: String!) {
  certificate(code: $code) { status recipientName awardName decisionNumber decisionDate issuer { name } }
}` as unknown as GraphDocument<CertificateAnswer, { code: string }>;

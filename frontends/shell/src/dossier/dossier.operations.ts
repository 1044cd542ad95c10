import type { GraphDocument } from '@thidua/web';

interface Named {
  readonly name: string;
}

/** Every list may be null: it belongs to another subgraph than the person. */
export interface DossierAnswer {
  readonly person: {
    readonly fullName: string;
    readonly jobTitle: string | null;
    readonly unit: Named | null;
    readonly department: Named | null;
    readonly postings:
      | readonly {
          readonly id: string;
          readonly title: string;
          readonly from: string;
          readonly to: string | null;
          readonly organisation: Named;
          readonly unit: Named | null;
        }[]
      | null;
    readonly ratings:
      | readonly {
          readonly id: string;
          readonly year: number;
          readonly grade: string;
          readonly decisionNumber: string | null;
          readonly decidedOn: string | null;
        }[]
      | null;
    readonly initiatives:
      | readonly {
          readonly id: string;
          readonly title: string;
          readonly year: number;
          readonly decisionNumber: string | null;
          readonly decidedOn: string | null;
        }[]
      | null;
    readonly nominations:
      | readonly {
          readonly id: string;
          readonly year: number;
          readonly state: string;
          readonly statusWord: string;
          readonly award: { readonly name: string; readonly nameEn: string };
        }[]
      | null;
    readonly awards: {
      readonly nodes: readonly {
        readonly id: string;
        readonly year: number;
        readonly awardType: { readonly name: string; readonly nameEn: string };
        readonly decision: { readonly number: string | null; readonly symbol: string; readonly date: string | null } | null;
      }[];
    } | null;
  } | null;
}

export const DOSSIER = `query ShellDossier($id: ID!) {
  person(id: $id) {
    fullName jobTitle unit { name } department { name }
    postings { id title from to organisation { name } unit { name } }
    ratings { id year grade decisionNumber decidedOn }
    initiatives { id title year decisionNumber decidedOn }
    nominations { id year state statusWord award { name nameEn } }
    awards(first: 100) { nodes { id year awardType { name nameEn } decision { number symbol date } } }
  }
}` as unknown as GraphDocument<DossierAnswer, { id: string }>;

import type { GraphDocument } from '@thidua/web';

export interface ViewerAnswer {
  readonly viewer: {
    readonly person: { readonly id: string; readonly fullName: string } | null;
    readonly permissions: readonly string[];
    readonly department: { readonly id: string; readonly code: string | null; readonly name: string } | null;
    readonly roles: readonly {
      readonly role: string;
      readonly label: string;
      readonly scope: { readonly id: string; readonly name: string };
    }[];
    readonly inbox: { readonly totalCount: number } | null;
  } | null;
}

export const VIEWER = `query ShellViewer {
  viewer {
    person { id fullName }
    permissions
    department { id code name }
    roles { role label scope { id name } }
    inbox(first: 1) { totalCount }
  }
}` as unknown as GraphDocument<ViewerAnswer, Record<string, never>>;

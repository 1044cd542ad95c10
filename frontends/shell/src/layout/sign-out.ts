import { HEADERS } from '@thidua/contracts/web';

/** Ends the session here and at the provider. When the host cannot be reached the page is loaded anew, which tells the truth. */
export async function signOut(csrf: string): Promise<void> {
  try {
    const response = await fetch('/auth/logout', { method: 'POST', headers: { [HEADERS.csrf]: csrf } });
    const { location: next } = (await response.json()) as { location?: string };
    location.assign(next ?? '/');
  } catch {
    location.assign('/');
  }
}

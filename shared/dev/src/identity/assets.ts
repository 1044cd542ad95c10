/** The sign-in pages' own look: the colours and sizes of the platform's design tokens that these few pages need. */
const css = `
:root { color-scheme: light;
  --canvas: #f6f4f0; --surface: #fff; --surface-hover: #f3f1ec; --line: #e4e1da; --line-control: #858178;
  --ink: #1b1d23; --ink-2: #4a4d56; --ink-3: #62656e; --action: #22458f; --action-hover: #1a3670; --on-action: #fff; --focus: #1d5fd6;
  --state: #a4161f; --bad: #a8261b; --bad-soft: #fcebe8; --bad-line: #e9b1aa; --shadow: 0 8px 28px rgb(27 29 35 / .1), 0 1px 3px rgb(27 29 35 / .08); }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark;
  --canvas: #131519; --surface: #1a1d22; --surface-hover: #252931; --line: #2d3139; --line-control: #7e8390;
  --ink: #eceae5; --ink-2: #c3c3c4; --ink-3: #a3a5ab; --action: #a3bdf5; --action-hover: #c0d2fa; --on-action: #10203f; --focus: #7fb0ff;
  --state: #c0313a; --bad: #f79a90; --bad-soft: #3d1f1c; --bad-line: #83403a; --shadow: 0 0 0 1px #2d3139; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem 1rem; background: var(--canvas); color: var(--ink);
  font: 400 .9375rem/1.6 "Inter", "Segoe UI", system-ui, sans-serif; border-top: 4px solid var(--state); }
.sheet { width: 100%; max-width: 25rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 2rem 1.75rem 1.25rem; box-shadow: var(--shadow); }
.brand { display: flex; gap: .75rem; align-items: center; padding-bottom: 1.25rem; margin-bottom: 1.25rem; border-bottom: 1px solid var(--line); }
.brand p { margin: 0; display: grid; line-height: 1.4; }
.brand strong { font: 600 1.0625rem/1.4 "Source Serif 4", "Times New Roman", serif; }
.brand span { font-size: .8125rem; color: var(--ink-3); }
h1 { margin: 0; font-size: 1.5rem; line-height: 2.125rem; font-weight: 640; }
.lead { margin: .25rem 0 1.25rem; color: var(--ink-2); }
.error { margin: 0 0 1.25rem; padding: .625rem .75rem; color: var(--bad); background: var(--bad-soft); border: 1px solid var(--bad-line); border-radius: 6px; }
label { display: block; margin-bottom: .25rem; font-weight: 550; font-size: .875rem; }
input { width: 100%; height: 2.75rem; margin-bottom: 1rem; padding: 0 .75rem; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line-control); border-radius: 6px; }
input[readonly] { background: var(--surface-hover); }
input[aria-invalid] { border-color: var(--bad); }
button, .button { display: block; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 0; border-radius: 6px; font: inherit; font-weight: 550; text-align: center; text-decoration: none;
  color: var(--on-action); background: var(--action); cursor: pointer; }
button:hover, .button:hover { background: var(--action-hover); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
details { margin-top: 1.25rem; border-top: 1px solid var(--line); padding-top: .5rem; }
summary { min-height: 2.25rem; padding: .375rem 0; cursor: pointer; color: var(--ink-2); font-size: .875rem; border-radius: 4px; }
.note { margin: .25rem 0 .5rem; color: var(--ink-3); font-size: .8125rem; }
ul { list-style: none; margin: 0; padding: 0; max-height: 17rem; overflow-y: auto; }
li a { display: grid; grid-template-columns: 4.25rem 1fr; gap: .5rem; padding: .5rem; border-radius: 6px; color: inherit; text-decoration: none; }
li a:hover { background: var(--surface-hover); }
li b { color: var(--action); font-weight: 550; }
li small { display: block; color: var(--ink-3); font-size: .75rem; }
footer { margin-top: 1rem; text-align: right; font-size: .875rem; }
footer a { color: var(--action); display: inline-block; padding: .375rem 0; }
code { font-size: .8125rem; overflow-wrap: anywhere; }
`;

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><rect width="44" height="44" rx="10" fill="#a4161f"/><path fill="#f4d58d" d="m22 8.5 3.9 8.6 9.3 1-7 6.300 2 9.200-8.200-4.700-8.200 4.700 2-9.200-7-6.300 9.300-1z"/></svg>`;

const logout = `document.getElementById('logout').click();`;

/** Files of the sign-in pages by path. */
export const assets: Record<string, { type: string; body: string }> = {
  '/assets/identity.css': { type: 'text/css; charset=utf-8', body: css },
  '/assets/mark.svg': { type: 'image/svg+xml', body: mark },
  '/assets/logout.js': { type: 'text/javascript; charset=utf-8', body: logout },
};

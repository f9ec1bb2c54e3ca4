"""The style of pages: on paper, and on light and dark screens."""

STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --dim: #5b6675; --line: #d9dee6;
  --paper: #ffffff; --error: #b3261e; --warning: #8a5a00; --info: #1f5fa8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --dim: #9aa6b5; --line: #38414d;
  --paper: #151a21; --error: #ff8a80; --warning: #f0b849; --info: #86b7f5; } }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: var(--ink);
  background: var(--paper); font: 16px/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; } h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
h3 { margin: 1rem 0 0; font-size: 1rem; } p { margin: .25rem 0; }
header p, small { color: var(--dim); }
.tiles { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; padding: 0; list-style: none; }
.tiles li { min-width: 6rem; padding: .5rem 1rem; border: 1px solid var(--line);
  border-radius: .5rem; } .tiles b { display: block; font-size: 1.5rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: start;
  vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--dim); font-weight: 600; }
td:nth-child(2) { min-width: 8rem; } td:nth-child(4) { min-width: 9rem; }
code { font-size: .9em; } a { color: inherit; }
.level { font-weight: 600; white-space: nowrap; } .error { color: var(--error); }
.warning { color: var(--warning); } .info { color: var(--info); }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
"""

/** Looks of the page: on a screen one column of paper's width, on paper A4 with page numbers. */
export const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:190mm;padding:10mm 6mm;background:#fff;color:#1f1f1f;font:10.5pt/1.65 "Noto Sans JP","Noto Sans CJK JP","Yu Gothic","Hiragino Sans","Meiryo",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1{font-size:20pt;line-height:1.3;margin:0 0 6mm}
h2{font-size:14pt;margin:10mm 0 3mm;padding-bottom:1mm;border-bottom:.6mm solid #1f1f1f;break-after:avoid}
h3{font-size:11pt;margin:5mm 0 1.5mm;break-after:avoid}
p{margin:0 0 2.5mm}
p.note,figcaption,caption{color:#5c5c5c;font-size:9pt}
p.warning{border-left:1mm solid #b3541e;padding:1mm 3mm}
sub{font-size:70%;line-height:0}
.stamp{float:right;margin:0 0 4mm 6mm;padding:1.5mm 4mm;border:.7mm solid #a4262c;color:#a4262c;font-weight:700;font-size:12pt}
.cover{min-height:235mm}
.numbers{display:flex;flex-wrap:wrap;gap:4mm;margin:6mm 0}
.numbers>div{flex:1 1 75mm;border:.4mm solid #1f1f1f;padding:4mm 5mm;break-inside:avoid}
.numbers b{display:block;font-size:11pt}
.numbers .value{font-size:24pt;font-weight:700;line-height:1.35}
.numbers .unit{font-size:13pt;font-weight:400}
.numbers small{color:#5c5c5c;font-size:9pt}
table{width:100%;border-collapse:collapse;margin:0 0 4mm;font-size:8.5pt;line-height:1.45;table-layout:fixed}
caption{text-align:left;padding:0 0 1mm;break-after:avoid}
th,td{border:.2mm solid #a6a6a6;padding:.8mm 1.4mm;vertical-align:top;text-align:left;font-weight:400}
thead{display:table-header-group}
thead th{background:#f2f2f2;font-weight:700}
tr{break-inside:avoid}
td.right,th.right{text-align:right}
tr.group th{background:#f2f2f2;font-weight:700;break-after:avoid}
tr.total td,tr.total th{font-weight:700;border-top:.5mm solid #1f1f1f}
table.facts th{width:30%;background:#f2f2f2}
table.facts td.note{width:22%;color:#5c5c5c;font-size:8pt}
figure{margin:0 0 4mm;break-inside:avoid}
figure svg{display:block;width:100%;height:auto;font-family:inherit}
ul{break-before:avoid;margin:0 0 3mm;padding-left:5mm}
nav ol{margin:0;padding-left:7mm;columns:2}
nav a{color:inherit}
@media screen{html{background:#e6e6e6}body{margin:6mm auto;box-shadow:0 0 3mm rgba(0,0,0,.2);padding:16mm}}
@media screen and (max-width:600px){body{padding:5mm;margin:0}.tablebox{overflow-x:auto}.tablebox table{min-width:150mm}}
@media print{body{max-width:none;padding:0}.cover{break-after:page}a{color:inherit;text-decoration:none}}
`;

/** @param text of our own, for a margin of the page; quoted as a style sheet wants it */
const quoted = (text: string): string => `"${text.replace(/[^\p{L}\p{N} /・（）()－-]/gu, ' ')}"`;

/** Page numbers, and the stamp at the head of every page. */
export const pageStyle = (stamp: string | null): string =>
  `@page{size:A4;margin:18mm 15mm 16mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt}` +
  `${stamp === null ? '' : `@top-right{content:${quoted(stamp)};font-size:9pt;color:#a4262c}`}}`;

/** The document that stands in for evidence of made-up figures: it says that they are made up. Stored as `samples/evidence/<file>`. */
export const ILLUSTRATIVE_DOCUMENT = {
  file: 'illustrative-figures.txt',
  text: `The figures of the sample cases are made up. They show how a case is filled and prove nothing about any product,
company or sale. Where a published figure is used, the line names the publication.

サンプルケースの数値は例示です。記入方法を示すためのもので、特定の製品・企業・販売について何かを証明するものではありません。
公表値を用いた行では、その資料名を示しています。
`,
  /** SHA-256 of the UTF-8 bytes of `text`. */
  sha256: '862678cb44be7c0e90e851b51595dece087d1e418d5cb1535718e7df48b35560',
} as const;

/** Layout figures of PKWARE's APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
export const LOCAL_HEADER = { signature: 0x04034b50, length: 30 } as const;
export const CENTRAL_HEADER = { signature: 0x02014b50, length: 46 } as const;
export const END_RECORD = { signature: 0x06054b50, length: 22 } as const;

export const STORED = 0;
export const DEFLATED = 8;
/** 1 January 1980, 0:00, the first moment ZIP can say. */
export const NO_DATE = 0x0021;
export const ENCRYPTED = 0x0001;
/** The name is UTF-8 (APPNOTE appendix D). */
export const UTF8_NAME = 0x0800;
/** ZIP 2.0, the version every reader knows. */
export const VERSION = 20;

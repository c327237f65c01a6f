/** What `KmcCase` carries as its template version; in a file of its own so that a reader need not load plans and examples. */
export const TEMPLATE_VERSION = '1';

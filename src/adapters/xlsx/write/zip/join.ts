import { CENTRAL_HEADER, concatenated, END_RECORD, type Entry } from './entry';

/** @returns a container of the entries in their order, each copied as it lies */
export function joinEntries(entries: readonly Entry[]): Uint8Array {
  let offset = 0;
  const directory = entries.map((entry) => {
    const central = entry.central.slice();
    new DataView(central.buffer).setUint32(CENTRAL_HEADER.length - 4, offset, true);
    offset += entry.local.length;
    return central;
  });
  const directoryLength = directory.reduce((length, central) => length + central.length, 0);
  const end = endRecord(entries.length, directoryLength, offset);
  return concatenated([...entries.map((entry) => entry.local), ...directory, end]);
}

function endRecord(count: number, directoryLength: number, directoryOffset: number): Uint8Array {
  const end = new DataView(new ArrayBuffer(END_RECORD.length));
  end.setUint32(0, END_RECORD.signature, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(12, directoryLength, true);
  end.setUint32(16, directoryOffset, true);
  return new Uint8Array(end.buffer);
}

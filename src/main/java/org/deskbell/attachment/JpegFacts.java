package org.deskbell.attachment;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What has to be known of a JPEG before it is decoded: how a camera was held, 1 to 8 as EXIF counts, whether it comes in layers, and in how many
 * scans. A decoder goes over the whole picture for each scan, and keeps all of a layered one in memory.
 */
record JpegFacts(int orientation, boolean layered, int scans) {
    private static final int ORIENTATION = 0x0112;

    static JpegFacts of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Reading(new DataInputStream(new BufferedInputStream(in, 65_536))).facts();
        }
    }

    /** Goes through the markers to the end of the file. */
    private static final class Reading {
        private final DataInputStream in;
        private int orientation = 1;
        private boolean layered;
        private int scans;

        private Reading(DataInputStream in) {
            this.in = in;
        }

        private JpegFacts facts() throws IOException {
            try {
                while (true) marker();
            } catch (EOFException end) {
                return new JpegFacts(orientation, layered, scans);
            }
        }

        private void marker() throws IOException {
            if (in.readUnsignedByte() != 0xff) return;
            int kind = in.readUnsignedByte();
            while (kind == 0xff) kind = in.readUnsignedByte();
            if (kind == 0 || kind == 0x01 || kind >= 0xd0 && kind <= 0xd9) return;
            int length = in.readUnsignedShort() - 2;
            if (length < 0) return;
            if (kind == 0xda) scans++;
            if (kind == 0xc2 || kind == 0xc6 || kind == 0xca || kind == 0xce) layered = true;
            byte[] segment = new byte[length];
            in.readFully(segment);
            if (kind == 0xe1 && scans == 0) orientation = orientation(segment);
        }

        private int orientation(byte[] app1) {
            ByteBuffer exif = ByteBuffer.wrap(app1);
            if (app1.length < 14 || exif.getInt(0) != 0x45786966) return orientation;
            exif = exif.position(6).slice();
            exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int at = exif.getInt(4);
            if (at < 8 || at > exif.limit() - 2) return orientation;
            int fields = exif.getShort(at) & 0xffff;
            for (int i = 0; i < fields && at + 14 + i * 12 <= exif.limit(); i++) {
                int field = at + 2 + i * 12;
                int value = exif.getShort(field + 8);
                if ((exif.getShort(field) & 0xffff) == ORIENTATION && value >= 1 && value <= 8) return value;
            }
            return orientation;
        }
    }
}

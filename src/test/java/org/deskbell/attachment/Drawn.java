package org.deskbell.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures for tests: honest ones, and some that claim to be larger than they are. */
public final class Drawn {
    private Drawn() {}

    /** The left half red, the right half blue. */
    public static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, width / 2, height);
        drawing.setColor(Color.BLUE);
        drawing.fillRect(width / 2, 0, width, height);
        drawing.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A JPEG of which EXIF says that the camera was held this way. */
    public static byte[] turned(int width, int height, int orientation) {
        byte[] plain = picture("jpg", width, height);
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(plain, 0, 2);
        all.write(exif, 0, exif.length);
        all.write(plain, 2, plain.length - 2);
        return all.toByteArray();
    }

    /** A JPEG whose header claims this size. */
    public static byte[] claiming(int width, int height) {
        byte[] jpeg = picture("jpg", 16, 16);
        for (int i = 2; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                jpeg[i + 5] = (byte) (height >> 8);
                jpeg[i + 6] = (byte) height;
                jpeg[i + 7] = (byte) (width >> 8);
                jpeg[i + 8] = (byte) width;
                break;
            }
        }
        return jpeg;
    }

    /** A grey PNG, all black, packed as small as it gets; with as many letters of packed text before its pixels. */
    public static byte[] bomb(int width, int height, int letters) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            DataOutputStream ihdr = new DataOutputStream(head);
            ihdr.writeInt(width);
            ihdr.writeInt(height);
            ihdr.write(new byte[] {1, 3, 0, 0, 0});
            chunk(out, "IHDR", head.toByteArray());
            chunk(out, "PLTE", new byte[] {0, 0, 0, 1, 1, 1});
            if (letters > 0) {
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                text.write("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
                text.write(packed(1, letters));
                chunk(out, "zTXt", text.toByteArray());
            }
            chunk(out, "IDAT", packed(height, (width + 7) / 8 + 1));
            chunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] packed(int times, int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            byte[] line = new byte[zeros];
            for (int i = 0; i < times; i++) deflater.write(line);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
        CRC32 sum = new CRC32();
        byte[] kind = name.getBytes(StandardCharsets.ISO_8859_1);
        sum.update(kind);
        sum.update(data);
        out.writeInt(data.length);
        out.write(kind);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}

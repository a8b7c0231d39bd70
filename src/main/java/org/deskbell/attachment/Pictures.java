package org.deskbell.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.deskbell.settings.Refused;

/**
 * Makes small pictures of uploaded ones, from their pixels alone: nothing of the original's bytes gets into them. Dimensions are looked at before
 * anything is decoded, large pictures are read with gaps, and no more are decoded at a time than there are cores.
 */
@ApplicationScoped
public class Pictures {
    private static final System.Logger LOG = System.getLogger(Pictures.class.getName());
    private static final long MOST_PIXELS = 50_000_000;

    /** libjpeg keeps the coefficients of a layered picture, outside of the heap: two bytes each. */
    private static final long MOST_LAYERED = 24_000_000;

    private static final int MOST_SCANS = 100;

    /** The longest side of what is decoded: 32 MB with four channels of 16 bits. */
    private static final int DECODED = 2_000;

    private static final int VIEW = 1_600;
    private static final int THUMBNAIL = 480;
    private static final int PATIENCE_SECONDS = 20;
    private static final float QUALITY = 0.82f;

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /**
     * Empty for what is no picture, or one that cannot be decoded: it may be downloaded all the same. Refuses {@code too-many-pixels},
     * and {@code busy} where too many wait.
     */
    Optional<Picture> of(Path file, FileType type) throws IOException {
        if (!type.isPicture()) return Optional.empty();
        ImageReader reader = ImageIO.getImageReadersByMIMEType(type.media()).next();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            return read(reader, type == FileType.JPEG ? JpegFacts.of(file) : new JpegFacts(1, false, 1));
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException broken) {
            LOG.log(Level.DEBUG, "A picture could not be decoded", broken);
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private Optional<Picture> read(ImageReader reader, JpegFacts facts) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (pixels > MOST_PIXELS) throw new Refused("too-many-pixels");
        if (facts.scans() > MOST_SCANS || facts.layered() && pixels > MOST_LAYERED) return Optional.empty();
        await();
        try {
            BufferedImage decoded = reader.read(0, gaps(reader, Math.max(width, height)));
            BufferedImage view = scaled(decoded, VIEW, facts.orientation());
            BufferedImage thumbnail = scaled(view, THUMBNAIL, 1);
            boolean turned = facts.orientation() > 4;
            String media = view.getColorModel().hasAlpha() ? "image/png" : "image/jpeg";
            return Optional.of(new Picture(
                    turned ? height : width,
                    turned ? width : height,
                    media,
                    encoded(thumbnail, media),
                    encoded(view, media)));
        } finally {
            turns.release();
        }
    }

    private void await() {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new Refused("busy");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused("busy");
        }
    }

    private static ImageReadParam gaps(ImageReader reader, int longest) {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = (longest + DECODED - 1) / DECODED;
        if (step > 1) param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    /** Upright, and no longer on either side than {@code most}. */
    private static BufferedImage scaled(BufferedImage image, int most, int orientation) {
        double scale = Math.min(1, (double) most / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean turned = orientation > 4;
        BufferedImage made = new BufferedImage(
                turned ? height : width,
                turned ? width : height,
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = made.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        drawing.transform(upright(orientation, width, height));
        drawing.drawImage(image, 0, 0, width, height, null);
        drawing.dispose();
        return made;
    }

    /** Where a point of a picture of this size belongs when it stands upright. */
    private static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] encoded(BufferedImage image, String media) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(media).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(65_536);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (media.equals("image/jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

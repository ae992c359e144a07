package org.huiyin.evidence;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.huiyin.evidence.Attachment.Position;
import org.huiyin.evidence.Attachment.Taken;
import org.jspecify.annotations.Nullable;

/**
 * What the camera wrote into a JPEG (EXIF). Only that one segment is read, which is 64 KB at most.
 *
 * @param orientation how the picture is to be turned, 1 to 8; 1 is upright
 */
record CameraNotes(int orientation, Taken taken) {

    static final CameraNotes NONE = new CameraNotes(1, Taken.UNKNOWN);

    /** Cameras that note no zone are set to the time of the city. */
    private static final TimeZone CITY = TimeZone.getTimeZone(ZoneId.of("Asia/Shanghai"));

    private static final Instant FIRST_CAMERAS = Instant.parse("1990-01-01T00:00:00Z");

    /** Reads the notes; notes that cannot be read are none, for the picture may still be good. */
    static CameraNotes read(byte[] jpeg, Instant now) {
        try {
            Metadata notes = JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg), List.of(new ExifReader()));
            return new CameraNotes(orientation(notes), new Taken(position(notes), at(notes, now)));
        } catch (JpegProcessingException | IOException e) {
            return NONE;
        }
    }

    private static int orientation(Metadata notes) {
        ExifIFD0Directory main = notes.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer found = main == null ? null : main.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return found != null && found >= 1 && found <= 8 ? found : 1;
    }

    private static @Nullable Position position(Metadata notes) {
        GpsDirectory gps = notes.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation found = gps == null ? null : gps.getGeoLocation();
        if (found == null || found.isZero()) {
            return null;
        }
        double latitude = found.getLatitude();
        double longitude = found.getLongitude();
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? new Position(latitude, longitude) : null;
    }

    private static @Nullable Instant at(Metadata notes, Instant now) {
        ExifSubIFDDirectory shot = notes.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Date found = shot == null ? null : shot.getDateOriginal(CITY);
        if (found == null) {
            return null;
        }
        Instant at = found.toInstant();
        return at.isAfter(FIRST_CAMERAS) && at.isBefore(now.plus(Duration.ofDays(1))) ? at : null;
    }
}

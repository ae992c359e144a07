package org.huiyin.frame;

import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Which problem an exception stands for, when it is the request's doing and not ours. */
final class Causes {

    private Causes() {}

    /** Null for a fault. */
    static @Nullable Problem problem(@Nullable Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            Problem known = known(one);
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    private static @Nullable Problem known(Throwable cause) {
        return switch (cause) {
            case ProblemException known -> known.problem();
            case MaxUploadSizeExceededException tooLarge -> Problem.of("too-large", 413);
            case InvalidParameterException unreadable -> ofStatus(unreadable.getErrorCode());
            case MalformedStreamException cutShort -> Problem.of("broken-upload", 400);
            case FileUploadException unreadable
            when !(unreadable instanceof IOFileUploadException) -> Problem.of("broken-upload", 400);
            case MultipartException broken when broken.getCause() == null -> Problem.of("broken-upload", 400);
            case BadRequestException unreadable -> Problem.of("malformed", 400);
            case RequestRejectedException unsafe -> Problem.of("malformed", 400);
            case TypeMismatchException wrong -> Problem.of("malformed", 400);
            case HttpMessageNotReadableException unreadable -> Problem.of("malformed", 400);
            case AccessDeniedException denied -> Problem.of("forbidden", 403);
            case ErrorResponse known
            when known.getStatusCode().is4xxClientError() ->
                ofStatus(known.getStatusCode().value());
            default -> null;
        };
    }

    /** The general problem of a status between 400 and 499. */
    static Problem ofStatus(int status) {
        String slug = switch (status) {
            case 401 -> "sign-in-first";
            case 403 -> "forbidden";
            case 404, 410 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 429 -> "too-many-requests";
            default -> "malformed";
        };
        return Problem.of(slug, status);
    }
}

package org.huiyin.frame;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Writes a template's model as HTML, whether a controller returns it bare or inside a ResponseEntity. The whole page is rendered before
 * the first byte goes out, so a template that fails is still an honest 500.
 */
final class PageAnswer implements HandlerMethodReturnValueHandler, HttpMessageConverter<JteModel> {

    static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private static final int USUAL_BYTES = 32 * 1024;

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return JteModel.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        if (value instanceof JteModel model) {
            HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
            try (ServletServerHttpResponse out = new ServletServerHttpResponse(response)) {
                write(model, HTML, out);
                out.flush();
            }
        }
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    /** Any media type: a page never becomes JSON, whatever the browser accepts. */
    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return JteModel.class.isAssignableFrom(type);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(HTML);
    }

    @Override
    public JteModel read(Class<? extends JteModel> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Pages are only written", input);
    }

    @Override
    public void write(JteModel model, @Nullable MediaType ignored, HttpOutputMessage out) throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput(USUAL_BYTES);
        model.render(page);
        out.getHeaders().setContentType(HTML);
        out.getHeaders().setContentLength(page.getContentLength());
        if (out.getHeaders().getCacheControl() == null) {
            out.getHeaders().setCacheControl("no-store");
        }
        page.writeTo(out.getBody());
    }
}

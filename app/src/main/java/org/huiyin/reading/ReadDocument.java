package org.huiyin.reading;

import java.time.LocalDate;
import java.util.List;

/**
 * A document that was read.
 *
 * @param file its name
 * @param kind txt, pdf or docx
 * @param encoding of a plain text
 * @param sha256 of the file
 * @param date the day it is of; dates like 年底 were counted from it
 * @param dateSaid whether the document itself says so
 */
public record ReadDocument(
        String file,
        String kind,
        String encoding,
        String sha256,
        LocalDate date,
        boolean dateSaid,
        List<Article> articles) {}

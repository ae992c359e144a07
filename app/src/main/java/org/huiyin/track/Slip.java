package org.huiyin.track;

/** What stands on a receipt. */
public record Slip(String number, String code, String address, Qr qr, String title, String place, Promised promised) {}

/// A police district (lokalpolisområde).
enum PoliceDistrict {
    /// Columns of `alias`.
    static func shape(_ alias: String) -> Shape {
        Shape(
            "PoliceDistrict", "A police district.",
            [
                .text("code", "\(alias).district_code", "Its code.").always,
                .text("name", "\(alias).name", "Its name.").always,
                .text("regionName", "\(alias).region_name", "Its police region.").always,
            ])
    }
}

extension Member {
    static func policeDistrict(_ alias: String, _ sentence: String) -> Member {
        .object("policeDistrict", PoliceDistrict.shape(alias), sentence).always
    }
}

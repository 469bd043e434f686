/// SHA-256 of the canonical text of every instrument that ships, in its language: wording, order, options,
/// scoring and thresholds.
///
/// A line changes only together with the resource, after somebody has compared both with the published
/// form. The checksums were computed from the YAML by another program.
enum FidelityList {
  static let checksums: [String: String] = [
    "aims -":
      "9719873aea2be74ee053ce0d8adc041ec0401d88ab7de3294abd194531c6a211",
    "asex -":
      "00f5b05743e99eeaa94c4cea541ef072c8f2c579eb2918c60f36cb7718c887a2",
    "asrm -":
      "86a74154f1e1bee6e037122413742c695e0f18e695cf059757fb5fc9ac3d5533",
    "audit-c -":
      "88dc25a408fbebd43f25d13110f433e2aeb2d5f57208d0a38a15df642938db1a",
    "cadss -":
      "f7e50dc6d2b3289f737ef808d0a0ac2ce3ad9c923af94cb69c46dca65bf860a7",
    "cadss6 -":
      "e005f8f7c0859363dccd1b54788596b2e40da0027bfac97be8a6988241ca89e0",
    "cesd -":
      "e8f9c17b4928957b597792f4de3b6186a9402be38eafb5d93f517f06ec4a659e",
    "cgi-i -":
      "552f663bcaf557130e978e4a050163174e5d29865b4bda925ffa8e5decd59cd1",
    "cgi-s -":
      "f2b0c54a217152afc130d6b26b5bf6e3a2219a197c53c5e73e3c1cd1a8cfd4dc",
    "core10 -":
      "13d9e31e808d69e0e0cda77470f980be223bf444fdc39bebff26e1989004f548",
    "csq8 -":
      "688057462921c874e6c425c839a8d0e01e960395f52e604eb5ea0b523d5e9039",
    "cssrs-screener -":
      "4835e584bdaf1b133d517efd1943b60ddcc7cb47d1ed78be5e3d72624f510a75",
    "dars -":
      "cffcb9624b88cb2b00a26f18c33bf9424c751210aab247f9f7a9b35bcfc93933",
    "fibser -":
      "cf6a583624aecf21a21c181b91519b8602c3c5ea6f242e6e5c0a1f4a2f434e00",
    "gad2 en":
      "19c6f0030846ffbf9a1ee184cf77b8e732ad100f3986a444135c917055d70a1b",
    "gad7 en":
      "05d1a1a1daaadfd6edee9c05a037a15234189ab8109897375552d3432b15bdc4",
    "hdrs17 -":
      "c6d56e7a9846e7e5e7566c6bbd85ca6c25ba3ac4a5f34f048adc90f9f2c51f11",
    "isi -":
      "afa3288a87a95faf6e13bc90a229cc0fcf9e4a243c97de56c1133ca6ad82a36c",
    "madrs -":
      "c404666a828e2cf3db66b33c2e123d9ff98a5559a7e2d350356b0789470d2950",
    "madrs-s -":
      "033de5544d839226188d92ac703f3fd04c31f1f8827b5e572f69f87227c58f85",
    "moca -":
      "05c92739b1d922743bc6214f2882971b411ddbbd4057d33da02fa4050afefd1d",
    "panas-sf-negative -":
      "48ee0112835b385940843bff109fc0b52d4bcb808390c3a74bef7bc38940a9c9",
    "panas-sf-positive -":
      "3424a3f681099f84f534e37e9fc5c8354576683e49113a29e4e1e2d45db631da",
    "pcl5 -":
      "0e749c7875738adc71f20bddc3c67e9c7a4a5dab33e75669a14cea9f1ccf3923",
    "pdq-d20 -":
      "978ff6e5d86d6bfda5fdc0dd1223417f1c917dbff2968dd451a0bc1d7479a4cb",
    "pdq5 -":
      "a5b88df9b9d3dd1de5e5aeef44f370bd5fbd8412158a07db89d8b9b0db2d95d4",
    "phq15 -":
      "a8f6db13bc357f5fe0f67336a43635561b7b930fcacc01e814de54330534e370",
    "phq2 en":
      "b8d8f646fda03398c12484335cd0b3e40cc49d500559d331199ebad03f660826",
    "phq8 en":
      "784e014ce0436bd6bfb4f072e193135289aadf8b18dc342b1b3fb5798cd9e23e",
    "phq9 en":
      "0eb898ea84c97c8ed47a42317f4428be7e30e7f60f295e592568868d0a7abcb1",
    "promis-depression-4a -":
      "19aa4b2e648d0543ef3dc240f7bcaa7d769e1cf38c43925b8892a4ba8f240f72",
    "promis-depression-8a -":
      "1a5521555043ca3170225249a6980b7c6eb35559c3c42109a2967e30b0a5ee69",
    "psqi -":
      "3b8828ee077cd22361281c1139d9bdc9618a48aeea21b68811f684ced1fd562a",
    "qids-sr16 -":
      "4e73a557891142f0082b79a74e9abb9aa07144d3f01d2e7bd29381b241875fbc",
    "qlesq-sf -":
      "87cf0fafd80ea3942158a23b19befaf45875fa355407debb9bb69eb5864ba870",
    "rrs-brooding -":
      "023cd173f3c5347105f4cbb6b1c881fc35f855243986b44f9c1aa7d869293bdb",
    "shaps -":
      "d41cfd91f7af471b753876ee51fbef9be95d85c834ba0a59d0344523837792d2",
    "slums -":
      "d2266bd136bbf320ba4f78bc353375b4fa8ad86167889a623cbb28341a1f594f",
    "who5 -":
      "d67fc469a2541b505777647db49b3d55bf20fc665173377cba741db65665bb96",
    "whodas12 -":
      "893a060525ccbf61d2a02a732e122170a5fc306fcef9a91c7c5f79571b403191",
    "wsas -":
      "4206cbb643e10485ba9cbf7e9ce186390df18ab69af3c6be13b23e5a75c71cd2",
    "ymrs -":
      "5509595d057e9a91f4442d1d319c75e45d601432b947b543542bb82af33e2064",
  ]
}
